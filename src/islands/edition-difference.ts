import { compareEntries, type EntryChange, groupByReaders } from "#diff/entries.ts";
import { fill } from "#diff/tell.ts";
import { type ComparedEdition, type ComparedEntry, type DifferenceFile, type Link, loadFile } from "./difference-file.ts";
import { element } from "./element.ts";
import { showEntry } from "./edition-difference-entry.ts";

type Change = EntryChange<ComparedEntry>;

/** Shows what differs between two editions, or where the later one has no name, between one and what is now. */
export async function showDifference(file: string, from: string, to: string): Promise<HTMLElement[]> {
  const data = await loadFile<DifferenceFile>(file);
  const places = [from, to].map((id) => data.editions.findIndex((one) => one.id === id));
  const [earlier, later] = places.map((place) => data.editions[place]);
  if (!earlier || (to && !later)) throw new Error("There is no such edition.");
  const [before, after] = await Promise.all(
    [earlier, later ?? data.current].map(({ entries }) => loadFile<{ entries: ComparedEntry[] }>(entries)),
  );
  const changes = compareEntries(before!.entries, after!.entries, (one, other) => meaningOf(one) === meaningOf(other));
  const between = data.editions.slice(places[0]! + 1, later ? places[1]! + 1 : undefined);
  return [
    ...showHead(data, earlier, later),
    ...(between.length > 0 ? [showTasks(data, between.toReversed(), listNews(changes, between, after!.entries))] : []),
    ...showChanges(data, changes),
  ];
}

function meaningOf({ meaning, revision }: ComparedEntry): number {
  return meaning ?? revision;
}

/**
 * The documents that release notes may send a reader back to. Over several editions one may have changed and changed back:
 * who read the first of them has read what it says; what a single note names stands as it says.
 */
function listNews(
  changes: readonly Change[],
  between: readonly ComparedEdition[],
  entries: readonly ComparedEntry[],
): readonly ComparedEntry[] {
  const news = new Set(changes.map(({ after }) => after));
  return between.length > 1 ? entries.filter((one) => news.has(one)) : entries;
}

function showHead({ words, current }: DifferenceFile, earlier: ComparedEdition, later: ComparedEdition | undefined): HTMLElement[] {
  const names = { from: earlier.name, to: later?.name ?? "" };
  const heading = element("h2", "", fill(later ? words.result : words.since, names));
  heading.tabIndex = -1;
  const facts = element("p", "edition-facts");
  facts.append(
    makeLink({ title: fill(words.edition, { name: earlier.name }), path: earlier.path }),
    makeLink({ title: later ? fill(words.edition, { name: later.name }) : words.current, path: (later ?? current).path }),
  );
  return [heading, facts];
}

/** What the release notes between the two ask for, and which of the documents that they name are to be read again. */
function showTasks({ words, kinds }: DifferenceFile, editions: readonly ComparedEdition[], entries: readonly ComparedEntry[]): HTMLElement {
  const section = element("section", "edition-task");
  const named = new Set(editions.flatMap((one) => one.task.affects));
  const again = entries.filter(({ key }) => named.has(key.slice(key.indexOf("/") + 1)));
  const kindOf = ({ title, collection }: ComparedEntry) =>
    again.filter((one) => one.title === title).length > 1 ? kinds[collection] : undefined;
  section.append(
    element("h3", "", words.must),
    ...editions.flatMap(({ name, path, task }) => {
      const facts = element("p", "edition-facts");
      const done = element("p", "edition-do", task.doDifferently);
      if (task.lang) done.lang = task.lang;
      facts.append(makeLink({ title: fill(words.edition, { name }), path }), element("span", "", task.facts));
      return [facts, done, ...(task.roles.length > 0 ? [showPair(words.who, showLinks(task.roles))] : [])];
    }),
    ...(again.length > 0 ? [element("h4", "", words.documentsToRead), showLinks(again, again.map(kindOf))] : []),
  );
  return section;
}

function showPair(name: string, shown: HTMLElement): HTMLElement {
  const pairs = element("dl", "pairs");
  const pair = element("div");
  const value = element("dd");
  value.append(shown);
  pair.append(element("dt", "", name), value);
  pairs.append(pair);
  return pairs;
}

/** A list of links, each with what it leads to where its title alone does not tell. */
function showLinks(links: readonly Link[], kinds: readonly (string | undefined)[] = []): HTMLElement {
  const list = element("ul", "edition-links");
  for (const [index, link] of links.entries()) {
    const kind = kinds[index];
    const item = element("li");
    item.append(makeLink(link), ...(kind ? [" ", element("span", "soft", kind)] : []));
    list.append(item);
  }
  return list;
}

function showChanges(data: DifferenceFile, changes: readonly Change[]): HTMLElement[] {
  const { words, roles } = data;
  const heading = element("h3", "", words.what);
  if (changes.length === 0) return [heading, element("p", "", words.nothing)];
  const counts = element("p", "edition-facts");
  for (const kind of ["added", "changed", "moved", "removed"] as const) {
    const count = changes.filter((one) => one.kind === kind).length;
    if (count > 0) counts.append(element("strong", "", fill(words.counts[kind], { count })));
  }
  const groups = groupByReaders(changes, roles, ({ before, after }) => (after ?? before)?.roles ?? []);
  return [
    heading,
    counts,
    ...groups.map(({ role, changes }, index) => {
      const group = element("details", "edition-role");
      const summary = element("summary");
      const title = element("h4", "", role?.title ?? words.everyone);
      const list = element("ul", "changed");
      if (role?.lang) title.lang = role.lang;
      group.open = index === 0;
      summary.append(title, element("span", "soft", fill(words.documents[changes.length === 1 ? 0 : 1], { count: changes.length })));
      list.append(...changes.map((one) => showEntry(one, data)));
      group.append(summary, list);
      return group;
    }),
  ];
}

function makeLink({ title, path, lang }: Link): HTMLAnchorElement {
  const link = element("a", "", title);
  link.href = path;
  if (lang) link.lang = lang;
  return link;
}
