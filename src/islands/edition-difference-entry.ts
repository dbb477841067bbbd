import type { EntryChange } from "#diff/entries.ts";
import { fill } from "#diff/tell.ts";
import type { ToldRevisions, Words } from "./comparison.ts";
import type { ComparedEntry, DifferenceFile } from "./difference-file.ts";
import { element } from "./element.ts";

const tones = { added: "good", removed: "bad", moved: "warn", changed: undefined } as const;

/** Shows what became of a document; how its text changed is told once it comes into view. */
export function showEntry({ kind, altered, before, after }: EntryChange<ComparedEntry>, { words, kinds }: DifferenceFile): HTMLLIElement {
  const entry = (after ?? before)!;
  const item = element("li");
  const sort = element("p", "changed-kind");
  const head = element("p", "changed-title");
  const title = after ? makeLink(after.path, after.title) : element("span", "", entry.title);
  const tag = element("span", "tag", words.changes[kind]);
  if (entry.lang) title.lang = entry.lang;
  if (tones[kind]) tag.dataset["tone"] = tones[kind];
  sort.append(element("span", "", kinds[entry.collection]), " ", tag);
  head.append(title);
  item.append(sort, head);
  if (altered && before?.compared && after?.compared) {
    const line = element("p", "changed-told");
    const steps = Math.abs(after.compared.place - before.compared.place);
    const see = steps > 1 ? fill(words.seeAll, { count: steps }) : words.see;
    const link = makeLink(comparisonPath(before, after), see);
    line.append(link);
    item.append(line);
    const own = [before.compared.own, after.compared.own] as const;
    watch(item, async () => {
      const told = await tellOnce(...own, words);
      link.textContent = told?.line ?? see;
      if (told?.sentence) line.before(showSentence(told.sentence, entry.lang));
    });
  }
  const facts = element("p", "edition-facts");
  if (kind === "moved" && altered) facts.append(element("span", "", words.alsoChanged));
  if (before && before.title !== entry.title) facts.append(element("span", "", fill(words.formerly, { title: before.title })));
  if (before) facts.append(makeLink(before.path, fill(words.before, { revision: before.revision })));
  if (before && after) facts.append(makeLink(after.path, fill(words.after, { revision: after.revision })));
  item.append(facts);
  return item;
}

/** The first sentence that changed, with what is new in it marked. */
function showSentence(sentence: NonNullable<ToldRevisions["sentence"]>, lang: string | undefined): HTMLElement {
  const shown = element("p", "changed-sentence");
  if (lang) shown.lang = lang;
  shown.append(...sentence.map(({ type, text }) => (type === "added" ? element("ins", "", text) : text)));
  return shown;
}

/** Neighbours are compared on the page of the later one, others on that of the history. */
function comparisonPath(before: ComparedEntry, after: ComparedEntry): string {
  const [older, newer] = [before, after].sort((a, b) => a.compared!.place - b.compared!.place);
  if (newer!.compared!.place - older!.compared!.place === 1) return `${newer!.compared!.own}#whatChanged`;
  return `${newer!.compared!.history}?from=r${older!.revision}&to=r${newer!.revision}`;
}

function makeLink(path: string, text: string): HTMLAnchorElement {
  const link = element("a", "", text);
  link.href = path;
  return link;
}

const told = new Map<string, Promise<ToldRevisions | undefined>>();

/** A document stands with each role that reads it, and is compared once; what failed is tried again. */
function tellOnce(before: string, after: string, words: Words): Promise<ToldRevisions | undefined> {
  const name = `${before} ${after}`;
  const telling = told.get(name) ?? inTurn(() => compare(before, after, words).catch(() => undefined));
  told.set(name, telling);
  void telling.then((one) => one ?? told.delete(name));
  return telling;
}

async function compare(before: string, after: string, words: Words): Promise<ToldRevisions | undefined> {
  const { tellRevisions } = await import("./comparison.ts");
  return tellRevisions(before, after, words);
}

/** So many comparisons at a time that the page stays quick. */
const together = 2;
const turns = Array.from({ length: together }, () => Promise.resolve<unknown>(undefined));
let turn = 0;

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const own = turn++ % together;
  const done = turns[own]!.then(work);
  turns[own] = done;
  return done;
}

const waiting = new Map<Element, () => Promise<void>>();
let observer: IntersectionObserver | undefined;

/** Does it once the element comes near what is seen, which what is folded never does. */
function watch(item: Element, act: () => Promise<void>): void {
  waiting.set(item, act);
  observer ??= new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        observer?.unobserve(target);
        void waiting.get(target)?.();
        waiting.delete(target);
      }
    },
    { rootMargin: "200px" },
  );
  observer.observe(item);
}
