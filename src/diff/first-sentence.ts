import type { Change } from "#diff/change.ts";
import type { FieldChange } from "#diff/field-change.ts";
import { listTexts, type Text } from "#diff/mark-fields.ts";
import { textOf } from "#diff/tree.ts";
import { diffBlocks, diffText, type Segment } from "#diff/words.ts";

/** About as many characters as a reader takes in at a glance. */
const most = 90;

/**
 * The first sentence that changed or is new, as it is now, in parts that were added and parts that stayed; a long one is cut
 * to where it changed. The text says more than fields do; undefined where nothing was written that is still there, or
 * nothing but signs has changed.
 */
export function findFirstSentence(changes: readonly Change[], fields: readonly FieldChange[]): Segment[] | undefined {
  for (const text of listChanged(changes)) if (tells(text)) return cutSentence(text);
  for (const one of fields.flatMap(listTexts)) {
    const text = diffField(one);
    if (tells(text)) return cutSentence(text);
  }
  return undefined;
}

/** Whether words changed, and some are left. */
function tells(segments: readonly Segment[]): boolean {
  const words = segments.filter((one) => /[\p{L}\p{N}]/u.test(one.text));
  return words.some((one) => one.type !== "same") && words.some((one) => one.type !== "removed");
}

/** The texts of blocks that changed or are new, in the order of reading. */
function* listChanged(changes: readonly Change[]): Iterable<Segment[]> {
  for (const { type, before, after, parts } of changes) {
    const [block] = after;
    if (parts) yield* listChanged(parts);
    else if (block && block.kind !== "code" && block.kind !== "formula") {
      if (type === "changed") yield diffBlocks(before, after);
      if (type === "added") yield [{ type: "added", text: textOf(contentOf(block)).replace(/\s+/g, " ").trim() }];
    }
  }
}

function diffField({ before, after }: Text): Segment[] {
  return before === undefined ? [{ type: "added", text: after }] : diffText(before, after);
}

function contentOf({ content, blocks }: Change["after"][number]): readonly NonNullable<typeof content>[number][] {
  return content ?? blocks.flatMap((one) => [...contentOf(one), " "]);
}

const end = /[.!?…](?=\s|$)|[。！？]/g;

function cutSentence(segments: readonly Segment[]): Segment[] {
  const kept = segments.filter((one) => one.type !== "removed");
  const text = kept.map((one) => one.text).join("");
  let changed = 0;
  for (const one of segments) {
    if (one.type !== "same") break;
    changed += one.text.length;
  }
  changed += /^\s*/.exec(text.slice(changed))![0].length;
  const ends = [...text.matchAll(end)].map(({ index }) => index + 1);
  const start = ends.findLast((one) => one <= changed && one < text.trimEnd().length) ?? 0;
  const stop = ends.find((one) => one > changed) ?? text.length;
  const from = changed - start > most / 2 ? findGap(text, changed - most / 3) : start;
  const to = stop - from > most ? findGap(text, from + most) : stop;
  return [
    ...(from > start ? [{ type: "same" as const, text: "…" }] : []),
    ...slice(kept, from, to),
    ...(to < stop ? [{ type: "same" as const, text: "…" }] : []),
  ];
}

/** A place near `index` where no word is cut. */
function findGap(text: string, index: number): number {
  const place = Math.round(index);
  const space = text.lastIndexOf(" ", place);
  return space > place - 15 ? space : place;
}

/** The part of segments from one character to another, without white space at its ends. */
function slice(segments: readonly Segment[], from: number, to: number): Segment[] {
  const parts: Segment[] = [];
  let place = 0;
  for (const { type, text } of segments) {
    const part = text.slice(Math.max(0, from - place), Math.max(0, to - place));
    place += text.length;
    const trimmed = parts.length === 0 ? part.trimStart() : part;
    if (trimmed !== "") parts.push({ type, text: trimmed });
  }
  const last = parts.at(-1);
  if (last) last.text = last.text.trimEnd();
  return parts.filter((one) => one.text !== "");
}
