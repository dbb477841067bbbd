import { availableParallelism, loadavg } from "node:os";

/** Where figures come from. */
export interface Machine {
  node: string;
  platform: string;
  cores: number;
  /** How many processes wanted a core in the minute before the bench: near 0 where the machine was free, and on Windows always. */
  load: number;
}

export function describeMachine(): Machine {
  const [load = 0] = loadavg();
  return { node: process.versions.node, platform: process.platform, cores: availableParallelism(), load };
}

export function writeMachine({ node, cores, load }: Machine, runs: number): string {
  return `Medians of ${runs} on ${cores} cores (load before: ${load.toFixed(1)}), Node ${node}.`;
}

export function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = (sorted.length - 1) / 2;
  return (at(Math.floor(half)) + at(Math.ceil(half))) / 2;
}
