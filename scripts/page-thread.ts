import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { learnTexts } from "#history/texts.ts";
import { provideSite } from "../src/site.ts";
import { openKept } from "./kept.ts";
import { type MadePage, pagesFile } from "./make-page.ts";
import { makeEach } from "./make-pages.ts";
import { openPack } from "./pack.ts";
import { differencesFile, fingerprint, type ThreadData, type ThreadMessage, type ThreadTask } from "./page-threads.ts";
import { readKeptHandbook, sharePast } from "./read-checked.ts";
import { openRenderer } from "./renderer.ts";

// A program of its own, which `page-threads.ts` starts and talks with.
const { root, audience, drafts, version, cache, past, texts } = workerData as ThreadData;
const say = (message: ThreadMessage, buffers: ArrayBuffer[] = []) => parentPort?.postMessage(message, buffers);

sharePast(root, version).learn(past);
learnTexts(root, texts);
const handbook = readKeptHandbook(root, { audience, drafts }, version);
if (!("settings" in handbook)) throw new Error("The settings of the handbook changed while its pages were made.");
const differences = openKept(join(cache, differencesFile), version);
const kept = openPack(join(cache, pagesFile));
provideSite({ handbook: () => handbook, kept: differences });
const tools = { handbook, drafts, version, cache, isKept: kept.has, openRenderer: () => openRenderer(handbook.settings.base) };

let working = Promise.resolve();
parentPort?.on("message", (task: ThreadTask) => (working = working.then(() => (task ? make(task) : end()))));
say({ read: fingerprint(handbook) });

async function make(task: NonNullable<ThreadTask>): Promise<void> {
  const made: MadePage[] = [];
  await makeEach(tools, [task], (page) => made.push(page));
  const buffers = made.flatMap(({ html }) => (html?.buffer instanceof ArrayBuffer ? [html.buffer] : []));
  say({ made }, buffers);
}

function end(): void {
  kept.close();
  say({ past: sharePast(root, version).listFresh(), differences: differences.listFresh() });
  parentPort?.close();
}
