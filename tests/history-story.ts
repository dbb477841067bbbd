import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { type Handbook, readHandbook } from "#handbook/handbook.ts";
import { fixtures } from "./content-folder.ts";
import { Repository } from "./repository.ts";

/** The document that the stories tell of. */
export const file = "en/guides/plans.mdx";
export const plans = { locale: "en", collection: "guides", id: "plans" } as const;

/** A repository in which all of the small handbook landed on 5 January 2026; `settings` are added to its own. */
export function startStory(settings = "", folder?: string): Repository {
  const story = new Repository(folder);
  cpSync(join(fixtures, "base"), story.root, { recursive: true });
  appendFileSync(join(story.root, "handbook.yaml"), settings);
  story.commit("2026-01-05", "Begin");
  return story;
}

export function readStory(story: Repository, audience = "internal"): Handbook {
  const handbook = readHandbook(story.root, { audience });
  if (!("settings" in handbook)) throw new Error(handbook.problems.map((one) => one.message).join("\n"));
  return handbook;
}

export function guide(text = "One plan.", audience = "internal"): string {
  return `---\ntitle: Plans\nsummary: What we offer.\nowner: sales-rep\nreviewed: 2026-01-01\nkind: how-to\n${audience && `audience: ${audience}\n`}---\n\n${text}\n`;
}

/** A release note for the sales rep, published on `date`; `fields` are added. */
export function releaseNote(date: string, title: string, fields = ""): string {
  return `---\ntitle: ${title}\nsummary: What is new.\nowner: sales-rep\nreviewed: ${date}\naudience: public\nroles: [sales-rep]\ndate: ${date}\neffective: ${date}\ntier: 2\nwhy: It had to change.\ndoDifferently: Say it anew.\naction: read\n${fields && `${fields}\n`}---\n\nText.\n`;
}
