import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { localeNames } from "#model/fields.ts";
import { project } from "./generator.ts";
import { seeded } from "./seeded.ts";

/** Writes the sample handbook and a crowd of `size` documents in each language into the folder `content`; the bytes are the same each time. */
export function writeCrowdedHandbook(content: string, size: number): void {
  rmSync(content, { recursive: true, force: true });
  cpSync(join(project, "content"), content, { recursive: true });
  for (const [file, text] of makeCrowd(size)) {
    const path = join(content, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Files of the content folder that look like what a sales team writes down every week. */
export function makeCrowd(size: number): [file: string, text: string][] {
  const crowd = schema.parse(parse(readFileSync(join(project, "tests/search/crowd.yaml"), "utf8")));
  return localeNames.flatMap((locale, seed) => {
    const random = seeded(seed);
    // The same document is of the same kind in both languages, so that none lacks its translation.
    const order = seeded(localeNames.length);
    const titles = new Set<string>();
    return Array.from({ length: size }, (_, index): [string, string] => {
      const kind = pick(crowd[locale].kinds, order);
      const page = draw(crowd[locale], kind, random, titles);
      return [`${locale}/${kind.term ? "terms" : "guides"}/crowd-${index + 1}.mdx`, page];
    });
  });
}

type Crowd = z.infer<typeof crowdSchema>;
type Kind = Crowd["kinds"][number];

const kindSchema = z.strictObject({
  title: z.string().optional(),
  /** The title of a term. */
  term: z.string().optional(),
  summary: z.string(),
  headings: z.array(z.string()),
});
const crowdSchema = z.strictObject({
  words: z.record(z.string(), z.array(z.string())),
  kinds: z.array(kindSchema),
  sentences: z.array(z.string()),
});
const schema = z.strictObject({ "zh-CN": crowdSchema, en: crowdSchema });

function draw(crowd: Crowd, kind: Kind, random: () => number, titles: Set<string>): string {
  const chosen = Object.fromEntries(Object.entries(crowd.words).map(([name, list]) => [name, pick(list, random)]));
  // A page is about one company and one place; people and numbers change from sentence to sentence.
  const fill = (template: string, words: Record<string, string> = {}) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === "n" ? String(2 + Math.floor(random() * 90)) : (words[name] ?? pick(crowd.words[name] ?? [], random)),
    );
  const title = drawNew(() => fill(kind.term ?? kind.title ?? "", chosen), titles);
  const summary = fill(kind.summary, chosen);
  const paragraph = () => {
    const { company = "", city = "", industry = "" } = chosen;
    const count = kind.term ? 2 : 3 + Math.floor(random() * 4);
    return Array.from({ length: count }, () => fill(pick(crowd.sentences, random), { company, city, industry }))
      .join(" ")
      .replace(/。 /g, "。");
  };
  const frontmatter = [
    `title: ${JSON.stringify(title)}`,
    `summary: ${JSON.stringify(summary)}`,
    "owner: revenue-operations",
    "reviewed: 2026-11-01",
    "audience: internal",
    kind.term ? `definition: ${JSON.stringify(summary)}` : "kind: how-to",
  ].join("\n");
  return `---\n${frontmatter}\n---\n\n${kind.headings.map((heading) => `## ${heading}\n\n${paragraph()}\n`).join("\n")}`;
}

function drawNew(draw: () => string, drawn: Set<string>): string {
  let one = draw();
  while (drawn.has(one)) one = draw();
  drawn.add(one);
  return one;
}

function pick<T>(list: readonly T[], random: () => number): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error("There is nothing to draw from.");
  return one;
}
