import { availableParallelism } from "node:os";
import { scheduler } from "node:timers/promises";
import type { PageAddress } from "#handbook/addresses.ts";
import { makePage, type MadePage, type PageTarget, type PageTask, type PageTools } from "./make-page.ts";
import { type PageThread, startPageThread } from "./page-threads.ts";

/**
 * So many documents, and so many pages of a document's past, are made at once. One step after the other is done for all
 * of them, which takes a tenth less than one page after the other, because processors keep near what they ran last.
 */
const together = { documents: 16, past: 64 };

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
  const { documents, past, others } = planTasks(targets);
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
  await makeEach(tools, [others], take);
}

/** Makes the pages of tasks, which others may take from too; after a failure nobody gets any more of them. */
export async function makeEach(tools: PageTools, tasks: Iterable<PageTask>, take: (page: MadePage) => void): Promise<void> {
  for (const task of tasks) {
    for (const group of task) {
      await Promise.all(group.map(async (target) => take(await makePage(tools, target))));
      // Threads are heard between two turns alone.
      await scheduler.yield();
    }
  }
}

/** Begins with as many as may wait while the renderer is compiled; when it is there, they are rendered in turn. */
async function makeSome(tools: PageTools, tasks: Iterator<PageTask>, take: (page: MadePage) => void, most: number): Promise<void> {
  let turn: Promise<unknown> | undefined;
  const openRenderer = async () => {
    const renderer = await tools.openRenderer();
    await (turn = (turn ?? Promise.resolve()).then(() => scheduler.yield()));
    return renderer;
  };
  const begun: Promise<void>[] = [];
  for (let left = most; left > 0 && !turn;) {
    const { value: task, done } = tasks.next() as IteratorResult<PageTask>;
    if (done) break;
    begun.push(makeEach({ ...tools, openRenderer }, [task], take));
    left -= task.flat().length;
    await scheduler.yield();
  }
  await Promise.all(begun);
}

function* takeFirst(tasks: PageTask[]): Generator<PageTask, undefined> {
  for (let task = tasks.shift(); task; task = tasks.shift()) yield task;
}

function* takeLast(lists: readonly PageTask[][]): Generator<PageTask, undefined> {
  for (const list of lists) for (let task = list.pop(); task; task = list.pop()) yield task;
}

function planTasks(targets: readonly PageTarget[]): { documents: PageTask[]; past: PageTask[]; others: PageTask } {
  const documents = targets.filter((one) => one?.page === "document");
  const past = targets.flatMap((one) => (one?.page === "revision" || one?.page === "history" ? [one] : []));
  const planned = new Set<PageTarget>([...documents, ...past]);
  return {
    documents: split(documents, together.documents).map((group) => [group]),
    past: [...Map.groupBy(past, ({ locale, collection, id }) => `${locale}/${collection}/${id}`).values()].map(planPast),
    others: targets.filter((one) => !planned.has(one)).map((one) => [one]),
  };
}

/** Revisions first, because a history says what they have found to be changed. */
function planPast(pages: readonly PageAddress[]): PageTask {
  const kinds = (["revision", "history"] as const).map((kind) => pages.filter(({ page }) => page === kind));
  return kinds.flatMap((one) => split(one, together.past));
}

function split<T>(list: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, index) => list.slice(index * length, (index + 1) * length));
}
