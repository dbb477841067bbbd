import { availableParallelism } from "node:os";
import { scheduler } from "node:timers/promises";
import { makePage, type MadePage, type PageTarget, type PageTools } from "./make-page.ts";
import { type PageThread, startPageThread } from "./page-threads.ts";

/** As many pages at a time as the compiler of texts, which works in threads, can keep up with. */
const together = 4;

export interface Pace {
  /** So many pages are described while the renderer is compiled. */
  waiting: number;
  /** So many pages are made anew before a thread joins in, because it takes a second to read the handbook for itself. */
  worthAThread: number;
}

const usual: Pace = { waiting: 250, worthAThread: 60 };

/**
 * Makes pages and hands each over: first those of documents, then those of the past. The history and the revisions of one
 * document are made together, because they show the same texts. Where there is much to make, a thread makes the half of it,
 * from the other end, so that the past of most documents is made where their pages were made.
 */
export async function makePages(
  tools: PageTools,
  targets: readonly PageTarget[],
  take: (page: MadePage) => void,
  { waiting, worthAThread } = usual,
): Promise<void> {
  const { documents, past, others } = groupByDocument(targets);
  let left = availableParallelism() > 1 ? worthAThread : Infinity;
  let thread: PageThread | undefined;
  const isKept = (key: string) => {
    const kept = tools.isKept(key);
    if (!kept && --left <= 0) thread ??= startPageThread(tools, takeLast([documents, past]), take);
    return kept;
  };
  try {
    const first = takeFirst(documents);
    await Promise.all([makeEach({ ...tools, isKept }, first, take), makeSome({ ...tools, isKept }, first, take, waiting)]);
    await makeEach({ ...tools, isKept }, takeFirst(past), take);
    await thread?.done;
  } finally {
    thread?.stop();
  }
  // Pages about many documents come last, when it is known what each of these says.
  await makeEach(tools, others.values(), take);
}

/** Makes the pages of a list that others may take from too; after a failure nobody gets any more of it. */
export async function makeEach(tools: PageTools, targets: Iterable<PageTarget>, take: (page: MadePage) => void): Promise<void> {
  const work = async () => {
    for (const target of targets) {
      take(await makePage(tools, target));
      // Threads are heard between two turns alone.
      await scheduler.yield();
    }
  };
  await Promise.all(Array.from({ length: together }, work));
}

/** Begins with as many as may wait while the renderer is compiled; when it is there, they are rendered in turn. */
async function makeSome(tools: PageTools, targets: Iterator<PageTarget>, take: (page: MadePage) => void, count: number): Promise<void> {
  let turn: Promise<unknown> | undefined;
  const openRenderer = async () => {
    const renderer = await tools.openRenderer();
    await (turn = (turn ?? Promise.resolve()).then(() => scheduler.yield()));
    return renderer;
  };
  const work = async (target: PageTarget) => take(await makePage({ ...tools, openRenderer }, target));
  const begun: Promise<void>[] = [];
  while (begun.length < count && !turn) {
    const { value, done } = targets.next() as IteratorResult<PageTarget>;
    if (done) break;
    begun.push(work(value));
    await scheduler.yield();
  }
  await Promise.all(begun);
}

function* takeFirst(groups: (readonly PageTarget[])[]): Generator<PageTarget, undefined> {
  for (let group = groups.shift(); group; group = groups.shift()) yield* group;
}

function* takeLast(lists: readonly (readonly PageTarget[])[][]): Generator<readonly PageTarget[], undefined> {
  for (const list of lists) for (let group = list.pop(); group; group = list.pop()) yield group;
}

function groupByDocument(targets: readonly PageTarget[]) {
  const documents = targets.filter((one) => one?.page === "document").map((one) => [one]);
  // A history says what its revisions have found to be changed.
  const ofPast = [
    ...targets.flatMap((one) => (one?.page === "revision" ? [one] : [])),
    ...targets.flatMap((one) => (one?.page === "history" ? [one] : [])),
  ];
  const past = [...Map.groupBy(ofPast, ({ locale, collection, id }) => `${locale}/${collection}/${id}`).values()];
  const grouped = new Set<PageTarget>([...documents, ...past].flat());
  return { documents, past, others: targets.filter((one) => !grouped.has(one)) };
}
