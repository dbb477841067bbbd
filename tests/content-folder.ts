import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkHandbook } from "#checks/check-handbook.ts";
import { buildHandbook, type Handbook } from "#handbook/handbook.ts";
import type { Problem } from "#model/problem.ts";
import { gateContent } from "#source/audience.ts";
import { readContent } from "#source/content.ts";

export const fixtures = fileURLToPath(new URL("fixtures", import.meta.url));

/** A fresh copy of the small handbook in which all is well, as `content` in a temporary folder. */
export function copyBase(): { folder: string; content: string } {
  const folder = mkdtempSync(join(tmpdir(), "sopbook-"));
  const content = join(folder, "content");
  cpSync(join(fixtures, "base"), content, { recursive: true });
  return { folder, content };
}

/** Writes a file of a content folder. */
export function write(content: string, file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(content, file)), { recursive: true });
  writeFileSync(join(content, file), text);
}

/** The handbook in a folder, without its history. */
export function readFolder(content: string, audience = "internal"): Handbook {
  const read = readContent(content);
  if (!("settings" in read)) throw new Error(read.problems.map((one) => one.message).join("\n"));
  return buildHandbook(gateContent(read, audience));
}

/** All problems of the handbook in a folder, on 20 November 2026. */
export function checkFolder(content: string, audience = "internal"): Problem[] {
  const read = readContent(content);
  if (!("settings" in read)) return read.problems;
  return checkHandbook(buildHandbook(gateContent(read, audience)), { today: "2026-11-20" });
}
