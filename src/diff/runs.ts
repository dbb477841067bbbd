import { diffSequences } from "#diff/sequence.ts";
import { weigh } from "#diff/text.ts";
import { joint, type Word } from "#diff/tokens.ts";

/** A stretch of words: the same on both sides, or some before in place of some after (either may be empty). */
export interface Run {
  same: boolean;
  before: Word[];
  after: Word[];
}

/** Compares words and joins what would be confetti: small words left between large changes are told as changed too. */
export function diffWords(before: readonly Word[], after: readonly Word[]): Run[] {
  const runs = mergeRuns(alignRuns(before, after));
  for (const [index, run] of runs.entries()) if (!run.same) slideToSentence(runs[index - 1], run, runs[index + 1]);
  return mergeRuns(absorbSmall(mergeRuns(runs)));
}

function alignRuns(before: readonly Word[], after: readonly Word[]): Run[] {
  const partners = diffSequences(
    before.map((word) => word.key),
    after.map((word) => word.key),
  );
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const [index, partner] of partners.entries()) {
    if (partner < 0) continue;
    runs.push({ same: false, before: before.slice(i, index), after: after.slice(j, partner) });
    runs.push({ same: true, before: [before[index]!], after: [after[partner]!] });
    [i, j] = [index + 1, partner + 1];
  }
  runs.push({ same: false, before: before.slice(i), after: after.slice(j) });
  return runs;
}

/** Joins neighbours of the same kind and drops empty ones. */
function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    if (run.before.length === 0 && run.after.length === 0) continue;
    const last = merged.at(-1);
    if (last?.same !== run.same) {
      merged.push({ same: run.same, before: [...run.before], after: [...run.after] });
      continue;
    }
    for (const word of run.before) last.before.push(word);
    for (const word of run.after) last.after.push(word);
  }
  return merged;
}

/** How far an insertion is moved to begin where a sentence begins. */
const farthestSlide = 50;

/**
 * Moves an insertion or a deletion that could as well stand earlier to where a sentence or a clause begins: in
 * "A. B." → "A. C. B." it is "C." that was added and not ". C".
 */
function slideToSentence(previous: Run | undefined, run: Run, next: Run | undefined): void {
  if (!previous?.same || !next?.same || (run.before.length > 0 && run.after.length > 0)) return;
  const side = run.after.length > 0 ? "after" : "before";
  const words = [...previous[side].slice(-farthestSlide), ...run[side]];
  const start = words.length - run[side].length;
  let best = 0;
  for (let shift = 1; shift <= start && words[start - shift]!.key === words[words.length - shift]!.key; shift++) {
    if (rateStart(words, start - shift) > rateStart(words, start - best)) best = shift;
  }
  if (best === 0) return;
  const kept = { before: previous.before.splice(-best), after: previous.after.splice(-best) };
  run[side] = words.slice(start - best, words.length - best);
  kept[side] = words.slice(words.length - best);
  next.before = [...kept.before, ...next.before];
  next.after = [...kept.after, ...next.after];
}

function rateStart(words: readonly Word[], index: number): number {
  const sign = words[index - 1]?.node;
  if (sign === undefined || words[index]!.lead.includes(joint)) return 3;
  if (typeof sign !== "string") return 0;
  return /[.!?。！？；…]/.test(sign) ? 2 : /[,;:，、：]/.test(sign) ? 1 : 0;
}

function absorbSmall(runs: readonly Run[]): Run[] {
  const weights = runs.map((run) => ({ before: sum(run.before), after: sum(run.after) }));
  const kept: Run[] = [];
  // What the last run that is kept weighs, with what it absorbed.
  let before = 0;
  let after = 0;
  for (const [index, run] of runs.entries()) {
    const last = kept.at(-1);
    const weight = weights[index]!;
    const right = weights[index + 1];
    const absorbed =
      last !== undefined && !last.same && (!run.same || (right !== undefined && isSmall(run, weight.after, { before, after }, right)));
    if (!absorbed) {
      kept.push({ ...run });
      ({ before, after } = weight);
      continue;
    }
    for (const word of run.before) last.before.push(word);
    for (const word of run.after) last.after.push(word);
    before += weight.before;
    after += weight.after;
  }
  return kept;
}

interface Weight {
  before: number;
  after: number;
}

/** Whether what stayed between two changes is too little to read by itself. */
function isSmall({ after }: Run, weight: number, left: Weight, right: Weight): boolean {
  if (after.length > 8 || after.some((word) => typeof word.node !== "string" || word.lead.includes(joint))) return false;
  if (weight === 0) return after.length <= 2 && left.before > 0 && left.after > 0 && right.before > 0 && right.after > 0;
  const replaced = left.before + right.before > 0 && left.after + right.after > 0;
  return replaced && Math.max(left.before, left.after) + Math.max(right.before, right.after) >= 2 * weight * (weight + 1);
}

function sum(words: readonly Word[]): number {
  let weight = 0;
  for (const { node } of words) weight += typeof node === "string" ? weigh(node) : 1;
  return weight;
}
