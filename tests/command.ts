import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the generator. */
export const project = fileURLToPath(new URL("..", import.meta.url));

/** What Vitest tells its own processes would make Astro behave as in a test. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV$|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/.test(name)),
);

/** Runs a command of `scripts/` to its end, as `npm run <name>` does. */
export function run(name: string, args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync("node", [join(project, `scripts/${name}.ts`), ...args], options(env));
  return { status, stdout, stderr };
}

export function start(name: string, args: readonly string[]): ChildProcess {
  return spawn("node", [join(project, `scripts/${name}.ts`), ...args], options({}));
}

function options(env: Record<string, string>) {
  return { cwd: project, encoding: "utf8" as const, env: { ...environment, NO_COLOR: "1", ...env } };
}
