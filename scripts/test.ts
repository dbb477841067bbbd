import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { provideChromium } from "./chromium.ts";
import { defineCommand, exitCodes, Failure, runCommand } from "./command.ts";
import { project } from "./generator.ts";

const command = defineCommand("test", "Installs Chromium where it is missing, then passes every test.")
  .option("--only <name>", "Run only the test files whose name holds this, and check neither types nor the form of the code.")
  .action(({ only }: { only?: string }) => {
    const site = join(project, ".sopbook", "test-site");
    const environment = { ...process.env, CHROMIUM: provideChromium(), SITE: site, ASTRO_TELEMETRY_DISABLED: "1" };
    if (!only) {
      run("prettier", ["--check", "--log-level", "warn", "."], environment);
      run("astro", ["check", "--minimumFailingSeverity", "warning"], environment);
    }
    // A build checks the content too.
    run("node", ["scripts/build.ts", "--out", site], environment);
    // Real builds and a real browser take their time on a small machine.
    const patience = ["--testTimeout", "180000", "--hookTimeout", "180000"];
    // Vitest leaves a core to itself, but these tests mostly wait for a build or a browser.
    const workers = ["--maxWorkers", String(availableParallelism())];
    run("vitest", ["run", "--dir", "tests", ...patience, ...workers, ...(only ? [only] : [])], environment);
  });

await runCommand(command);

function run(program: string, args: string[], env: NodeJS.ProcessEnv): void {
  const { status, error } = spawnSync(program, args, { stdio: "inherit", cwd: project, env, shell: process.platform === "win32" });
  if (error) throw new Failure(exitCodes.environment, `${program} could not be started: ${error.message}`, { cause: error });
  if (status !== 0) throw new Failure(exitCodes.content, "");
}
