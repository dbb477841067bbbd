import { join } from "node:path";
import { checkHandbook } from "#checks/check-handbook.ts";
import { type Handbook, readHandbook } from "#handbook/handbook.ts";
import type { Problem } from "#model/problem.ts";
import { checkAudience } from "./command.ts";
import { openDocumentCache } from "./document-cache.ts";
import { cacheFolder, hashGenerator } from "./generator.ts";
import { type KeptFile, remember, shareKept } from "./kept.ts";
import { findToday } from "./today.ts";

export interface Checked {
  /** Missing where the settings can't be read. */
  handbook: Handbook | undefined;
  problems: Problem[];
}

export interface ReadOptions {
  audience?: string;
  drafts?: boolean;
  /** Whether warnings count as errors. */
  strict?: boolean;
}

/** What was read of the past; a build, which reads all of it, saves it. */
export function sharePast(root: string, version: string): KeptFile {
  return shareKept(join(cacheFolder(root), "past.json"), version);
}

/** Reads the handbook in the folder `root`, with what earlier commands read of its documents; `version` names the generator. */
export function readKeptHandbook(root: string, options: ReadOptions, version: string): Handbook | { problems: Problem[] } {
  const cache = openDocumentCache(join(cacheFolder(root), "documents.json"), version);
  const past = sharePast(root, version);
  const read = readHandbook(root, { ...options, readCached: cache.read, memory: remember(past), log: past });
  cache.save();
  return read;
}

/** Reads and checks the handbook in the folder `root` as every command sees it; an unknown audience is a failure. */
export function readChecked(root: string, options: ReadOptions): Checked {
  const read = readKeptHandbook(root, options, hashGenerator());
  if (!("settings" in read)) return { handbook: undefined, problems: read.problems };
  checkAudience(options.audience, read.settings.audiences);
  const problems = checkHandbook(read, { today: findToday() });
  return { handbook: read, problems: options.strict ? problems.map((one) => ({ ...one, severity: "error" })) : problems };
}
