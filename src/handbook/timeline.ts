import type { Data } from "#model/collections.ts";

type Path = Data<"paths">;

/** One stretch of an onboarding path: what is due until a milestone, and the talks on the way. */
export interface Stretch {
  /** The first working day of it. */
  from: number;
  /** Missing for what comes after the last milestone. */
  milestone: Path["milestones"][number] | undefined;
  steps: Path["steps"];
  checkpoints: NonNullable<Path["checkpoints"]>;
}

/** Orders a path's steps and checkpoints by day and puts each to the milestone it leads to. */
export function describeTimeline(path: Path): Stretch[] {
  const milestones = path.milestones.toSorted(byDay);
  const steps = path.steps.toSorted(byDay);
  const checkpoints = (path.checkpoints ?? []).toSorted(byDay);
  return [...milestones, undefined]
    .map((milestone, index): Stretch => {
      const before = milestones[index - 1]?.day ?? 0;
      const until = milestone?.day ?? Infinity;
      const due = ({ day }: { day: number }) => day > before && day <= until;
      return { from: before + 1, milestone, steps: steps.filter(due), checkpoints: checkpoints.filter(due) };
    })
    .filter((one) => one.milestone || one.steps.length > 0 || one.checkpoints.length > 0);
}

function byDay(a: { day: number }, b: { day: number }): number {
  return a.day - b.day;
}
