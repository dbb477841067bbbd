import { spawn } from "node:child_process";
import { watchMemory } from "./bench-memory.ts";
import { exitCodes, Failure } from "./command.ts";

/** What one run of a command took. */
export interface Run {
  seconds: number;
  /** Of the largest single process; missing where it is not measured. */
  peakBytes: number | undefined;
}

/** Runs a Node program in a process of its own, from its start to its end; one that fails is a failure with what it printed last. */
export async function measureProcess(file: string, args: readonly string[], cwd: string): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [file, ...args], {
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
        `\`node ${[file, ...args].join(" ")}\` ended with ${code ?? "a signal"}.\n${tail(Buffer.concat(printed).toString())}`,
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
