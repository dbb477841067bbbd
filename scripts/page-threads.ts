import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Handbook } from "#handbook/handbook.ts";
import { shareTexts, type SharedTexts } from "#history/texts.ts";
import { getKept } from "../src/site.ts";
import type { Entry } from "./kept.ts";
import type { MadePage, PageTask, PageTools } from "./make-page.ts";
import { sharePast } from "./read-checked.ts";

/** The file of the folder of what is kept that holds what changed from one revision to another. */
export const differencesFile = "differences.json";

/** What a thread that makes pages is given. */
export interface ThreadData {
  root: string;
  audience: string;
  drafts: boolean;
  version: string;
  /** The folder of what is kept between builds. */
  cache: string;
  /** What was read of the past so far, which the thread need not read again. */
  past: Entry[];
  texts: SharedTexts;
}

/** What such a thread tells: first what it has read, then the pages it made of each task, in the end what it worked out for them. */
export type ThreadMessage = { read: string } | { made: MadePage[] } | { past: Entry[]; differences: Entry[] };

/** What it is told: a task, or that there are no more. */
export type ThreadTask = PageTask | undefined;

/** So many tasks are given before the first is done, so that the thread need not wait for the next. */
const ahead = 3;

export interface PageThread {
  /** Fulfilled when all is handed over that the thread was given. */
  done: Promise<void>;
  /** Ends it at once. */
  stop(): void;
}

/**
 * Makes pages in a thread, as long as there are tasks in `queue`, which others take from too. The thread reads
 * the handbook for itself; where it finds another one, because a file has changed meanwhile, it makes nothing.
 */
export function startPageThread(
  { handbook, drafts, version, cache, openRenderer }: PageTools,
  queue: Iterator<PageTask>,
  take: (page: MadePage) => void,
): PageThread {
  const { root, audience } = handbook;
  const workerData: ThreadData = {
    root,
    audience,
    drafts,
    version,
    cache,
    past: sharePast(root, version).listFresh(),
    texts: shareTexts(root),
  };
  const worker = new Worker(new URL("./page-thread.ts", import.meta.url), { workerData, resourceLimits: { maxYoungGenerationSizeMb: 64 } });
  const give = () => {
    const { value, done } = queue.next() as IteratorResult<PageTask>;
    worker.postMessage((done ? undefined : value) satisfies ThreadTask);
  };
  const done = new Promise<void>((resolve, reject) => {
    worker.on("message", (message: ThreadMessage) => {
      if ("read" in message) {
        if (message.read !== fingerprint(handbook)) worker.postMessage(undefined);
        // Compiled once, here.
        else openRenderer().then(() => Array.from({ length: ahead }, give), reject);
      } else if ("made" in message) {
        message.made.forEach(take);
        give();
      } else {
        for (const [key, value] of message.past) sharePast(root, version).write(key, value);
        for (const [key, value] of message.differences) getKept().write(key, value);
        resolve();
      }
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The thread that makes pages ended early (${code}).`)));
  });
  done.catch(() => {});
  return { done, stop: () => void worker.terminate() };
}

/** Names all that was read of a handbook. */
export function fingerprint({ settings, theme, documents, history, editions, pictures }: Handbook): string {
  const hash = createHash("sha256").update(JSON.stringify([settings, theme]));
  for (const { file, source } of documents) hash.update(`\0${file}\0${source}`);
  for (const { name } of pictures.values()) hash.update(`\0${name}`);
  for (const one of [...history.values(), ...[...editions.gone.values()].map((gone) => gone.history)])
    hash.update(JSON.stringify(["", one.pending, one.revisions.map(({ commit, subject }) => [commit, subject])]));
  return hash.digest("base64url");
}
