import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { watchMemory } from "./bench-memory.ts";
import { exitCodes, Failure } from "./command.ts";
import { project } from "./generator.ts";

/** What one run of a command took. */
export interface Run {
  seconds: number;
  /** Of the largest single process; missing where it is not measured. */
  peakBytes: number | undefined;
}

/** What `npm run` gives to Node for one of our commands, such as `["--import", "./scripts/compile-cache.mjs", "scripts/build.ts"]`. */
export function listCommandArguments(command: "build" | "check"): string[] {
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { scripts: Record<string, string> };
  return scripts[command]!.split(" ").slice(1);
}

/** Runs a Node program, given what Node is given, in a process of its own, from its start to its end; one that fails is a failure with what it printed last. */
export async function measureProcess(args: readonly string[], cwd: string): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  // First of all that is done at the end, so that it writes nothing into folders that are removed then.
  const kill = () => void child.kill("SIGKILL");
  process.prependOnceListener("exit", kill);
  const memory = child.pid === undefined ? undefined : watchMemory(child.pid);
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => printed.push(chunk));
  let ended = start;
  child.once("exit", () => (ended = performance.now()));
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject));
    if (code !== 0)
      throw new Failure(
        exitCodes.fault,
        `\`node ${args.join(" ")}\` ended with ${code ?? "a signal"}.\n${tail(Buffer.concat(printed).toString())}`,
      );
  } finally {
    process.off("exit", kill);
    memory?.stop();
  }
  return { seconds: (ended - start) / 1000, peakBytes: memory?.stop() };
}

function tail(text: string): string {
  return text.trimEnd().split("\n").slice(-30).join("\n");
}
