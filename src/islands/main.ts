// First, because it puts other elements into the page.
import "./missing.ts";
import "./checklist.ts";
import "./contents.ts";
import "./copy.ts";
import "./due.ts";
import "./edition.ts";
import "./filter.ts";
import "./last-read.ts";
import "./path-progress.ts";
import "./quiz.ts";
import "./read-dots.ts";
import "./role-lens.ts";
import "./search-dialog.ts";
import { loadWhenNeeded } from "./search-loader.ts";
import "./search-marks.ts";
import "./tabs.ts";
import "./term.ts";

/** Elements that few pages hold, by a selector, with the code that makes them live; a page fetches what it holds. */
const parts: Record<string, () => Promise<unknown>> = {
  "compare-editions": () => import("./compare-editions.ts"),
  "compare-revisions": () => import("./compare.ts"),
  "history-filter": () => import("./history-filter.ts"),
  "[data-in-force]": () => import("./in-force.ts"),
  "revision-view": () => import("./revision-view.ts"),
};

for (const [selector, load] of Object.entries(parts)) if (document.querySelector(selector)) void load();

for (const search of document.querySelectorAll<HTMLElement>("site-search")) loadWhenNeeded(search);
