import { readdirSync, readFileSync } from "node:fs";

export interface MemoryWatch {
  /** Stops watching; the peak of the largest single process in bytes, missing where the system does not tell it. */
  stop(): number | undefined;
}

/**
 * Watches a process and everything it starts. Linux keeps the peak of each process as `VmHWM`
 * (https://docs.kernel.org/filesystems/proc.html), so only what is allocated after the last look is missed.
 */
export function watchMemory(pid: number): MemoryWatch {
  if (process.platform !== "linux") return { stop: () => undefined };
  const alive = new Set([pid]);
  let peak = 0;
  const look = () => {
    // A set also visits what is added on the way: the children of children.
    for (const one of alive) {
      const kilobytes = readPeak(one);
      if (kilobytes === undefined) alive.delete(one);
      else {
        peak = Math.max(peak, kilobytes * 1024);
        for (const child of listChildren(one)) alive.add(child);
      }
    }
  };
  look();
  const timer = setInterval(look, 25);
  return {
    stop() {
      clearInterval(timer);
      return peak || undefined;
    },
  };
}

/** Missing where the process has ended. */
function readPeak(pid: number): number | undefined {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readProc(`${pid}/status`)) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}

function listChildren(pid: number): number[] {
  return listThreads(pid).flatMap((thread) => readProc(`${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number));
}

function listThreads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, "utf8");
  } catch {
    return "";
  }
}
