import { type AttributeChange, compareAttributes } from "#diff/elements.ts";
import type { Run } from "#diff/runs.ts";
import { append, copyWithout, element, isElement, type TreeElement, type TreeNode } from "#diff/tree.ts";
import type { Mark as WholeMark } from "#diff/whole.ts";
import { joint, type Token, type Word } from "#diff/tokens.ts";

/** What to write where two paragraphs became one or one became two, and where an attribute changed. */
export interface InlineNotes {
  joined(): TreeNode[];
  attributes(changes: readonly AttributeChange[], node: TreeElement): TreeNode[];
}

/** Running text of both sides in one, as many paragraphs as there are after: `del` around words before, `ins` around new ones. */
export function writeRuns(runs: readonly Run[], notes: InlineNotes): TreeNode[][] {
  const writer = new Writer(runs, notes);
  for (const [index, run] of runs.entries()) {
    if (run.same) {
      for (const [place, word] of run.after.entries()) {
        writer.writeLead(run.before[place], word);
        writer.write(word, "same");
      }
      continue;
    }
    const [old, now] = findFirst(run, runs[index + 1]);
    writer.writeLead(old, now);
    for (const word of run.before) {
      if (word !== old) writer.writeLead(word, undefined);
      writer.write(word, "del");
    }
    for (const word of run.after) {
      if (word !== now) writer.writeLead(undefined, word);
      writer.write(word, "ins");
    }
  }
  return writer.end();
}

/**
 * The words before which a change begins. Where words were only added or removed, the space before them is the one that
 * stood before the next word, if that has no space of the same place now: "CRM 里" → "CRM [系统]里".
 */
function findFirst({ before: [old], after: [now] }: Run, next: Run | undefined): [Word | undefined, Word | undefined] {
  const [nextOld, nextNow] = [next?.before[0], next?.after[0]];
  if (now && !old && takesSpace(now, nextOld, nextNow)) return [nextOld, now];
  if (old && !now && takesSpace(old, nextNow, nextOld)) return [old, nextNow];
  return [old, now];
}

function takesSpace(word: Word, other: Word | undefined, same: Word | undefined): boolean {
  const [own, there, here] = [word, other, same].map((one) => findSpace(one)?.within.length);
  return own !== undefined && there !== undefined && (here === undefined || (own === there && here !== there));
}

type Mark = "same" | WholeMark;

class Writer {
  readonly #notes: InlineNotes;
  /** For elements before: the same element after, where words within stayed. */
  readonly #heirs = new Map<TreeElement, TreeElement>();
  /** The elements after in which words stayed, with what they were before. */
  readonly #kept = new Map<TreeElement, TreeElement | undefined>();
  readonly #led = new Set<Word>();
  readonly #paragraphs: TreeNode[][] = [[]];
  /** The elements that are open, with the copies that are being filled. */
  #open: { source: TreeElement | Mark; copy: TreeElement }[] = [];
  readonly #written = new Set<TreeElement>();
  readonly #left = new Map<TreeElement, number>();

  constructor(runs: readonly Run[], notes: InlineNotes) {
    this.#notes = notes;
    for (const run of runs) {
      for (const [index, word] of run.after.entries()) {
        for (const one of word.within) this.#left.set(one, (this.#left.get(one) ?? 0) + 1);
        if (!run.same) continue;
        const old = run.before[index]!.within;
        for (const [depth, one] of word.within.entries()) {
          const was = old[depth]?.name === one.name ? old[depth] : undefined;
          if (was && !this.#heirs.has(was)) this.#heirs.set(was, one);
          if (!this.#kept.has(one)) this.#kept.set(one, was);
        }
      }
    }
  }

  /** Writes what stands before two words that are shown together: spaces, ends of paragraphs. Each word's once. */
  writeLead(before: Word | undefined, after: Word | undefined): void {
    const [old, now] = [before, after].map((word) => (word && this.#led.has(word) ? undefined : word));
    for (const word of [old, now]) if (word) this.#led.add(word);
    const [oldSpace, space] = [findSpace(old), findSpace(now)];
    const joints = now?.lead.filter((one) => one === joint).length ?? 0;
    const joined = joints === 0 && old?.lead.includes(joint);
    if (joined) this.#insertNodes(this.#notes.joined());
    // Beside the end of a paragraph a space is not seen, so that it needs no mark.
    if (joints > 0 || joined) {
      if (oldSpace ?? space) this.#put((oldSpace ?? space)!, "same");
      for (let time = 0; time < joints; time++) this.#endParagraph();
    } else if (oldSpace && space) this.#put(space, "same");
    else if (oldSpace) this.#put(oldSpace, "del");
    else if (space) this.#put(space, "ins");
  }

  write(word: Word, mark: Mark): void {
    this.#put(word, mark);
    if (mark === "del") return;
    for (const one of word.within) this.#left.set(one, (this.#left.get(one) ?? 0) - 1);
  }

  end(): TreeNode[][] {
    this.#closeTo(0);
    return this.#paragraphs;
  }

  #put({ node, within }: Token, mark: Mark): void {
    if (node === "") return;
    const path: (TreeElement | Mark)[] = mark === "del" ? within.map((one) => this.#heirs.get(one) ?? one) : [...within];
    if (mark !== "same") {
      // The mark stands around elements that came or went as a whole, and within those that stayed.
      const depth = path.findIndex((one) => !this.#kept.has(one as TreeElement));
      path.splice(depth < 0 ? path.length : depth, 0, mark);
    }
    this.#openPath(path);
    const nodes = this.#here();
    if (isElement(node)) nodes.push(...(mark === "del" ? copyWithout([node], "id") : [node]));
    else append(nodes, node);
  }

  #openPath(path: readonly (TreeElement | Mark)[]): void {
    let shared = 0;
    while (shared < this.#open.length && this.#open[shared]!.source === path[shared]) shared++;
    this.#closeTo(shared);
    for (const source of path.slice(shared)) {
      const copy = typeof source === "string" ? element(source, {}, []) : element(source.name, this.#copyAttributes(source, path), []);
      this.#here().push(copy);
      this.#open.push({ source, copy });
    }
  }

  /** An element that goes on after another one keeps its `id` only once; one that is gone has none. */
  #copyAttributes(source: TreeElement, path: readonly (TreeElement | Mark)[]): Record<string, string> {
    const { id, ...others } = source.attributes;
    const first = !this.#written.has(source);
    this.#written.add(source);
    return id !== undefined && first && !path.includes("del") ? { ...source.attributes } : others;
  }

  #closeTo(depth: number): void {
    while (this.#open.length > depth) {
      const { source, copy } = this.#open.pop()!;
      const was = typeof source === "string" ? undefined : this.#kept.get(source);
      if (!was || typeof source === "string") continue;
      const changes = compareAttributes(was, source);
      if (changes.length === 0) continue;
      copy.attributes["data-change"] = "changed";
      if (this.#left.get(source) !== 0) continue;
      this.#left.delete(source);
      this.#here().push(...this.#notes.attributes(changes, source));
    }
  }

  /** Where the next node goes. */
  #here(): TreeNode[] {
    return this.#open.at(-1)?.copy.children ?? this.#paragraphs.at(-1)!;
  }

  #endParagraph(): void {
    this.#closeTo(0);
    this.#paragraphs.push([]);
  }

  #insertNodes(nodes: readonly TreeNode[]): void {
    this.#closeTo(0);
    this.#paragraphs.at(-1)!.push(...nodes);
  }
}

function findSpace(word: Word | undefined): Token | undefined {
  return word?.lead.find((one): one is Token => one !== joint);
}
