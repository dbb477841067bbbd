import { hash } from "node:crypto";
import { type PageAddress, pathOf } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeMissingPage } from "#handbook/missing-page.ts";
import { describePage } from "#handbook/plan.ts";
import type { Renderer } from "./renderer.ts";

/** What a page is for; undefined stands for addresses that lead nowhere. */
export type PageTarget = PageAddress | undefined;

/** Pages that belong together: those of a group are made at once, one group after the other. */
export type PageTask = readonly (readonly PageTarget[])[];

export interface MadePage {
  target: PageTarget;
  /** The hash of all that it shows and of the code that shows it. */
  key: string;
  /** Missing where it is kept. */
  html: Uint8Array | undefined;
}

/** What pages are made with. */
export interface PageTools {
  handbook: Handbook;
  /** Whether the handbook was read with its drafts. */
  drafts: boolean;
  /** Names the code that shows the pages. */
  version: string;
  /** The folder of what is kept between builds. */
  cache: string;
  /** Whether a page was made by an earlier build. */
  isKept(key: string): boolean;
  /** Asked for when the first page is to be rendered. */
  openRenderer(): Promise<Renderer>;
}

/** The file of the folder of what is kept that holds pages by their keys. */
export const pagesFile = "pages.pack";

/** Describes a page and, unless it is kept, renders it; what it shows is held no longer than that. */
export async function makePage({ handbook, version, isKept, openRenderer }: PageTools, target: PageTarget): Promise<MadePage> {
  const page = target ? describePage(handbook, target) : describeMissingPage(handbook);
  const key = hash("sha256", `${version}\0${JSON.stringify(page)}`, "base64url");
  if (isKept(key)) return { target, key, html: undefined };
  const { settings } = handbook;
  const path = target ? pathOf(settings, target) : `${settings.base}404/`;
  const { render } = await openRenderer();
  return { target, key, html: await render(target?.page ?? "missing", path, page) };
}
