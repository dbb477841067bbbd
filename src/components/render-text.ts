import { hash } from "node:crypto";
import { scheduler } from "node:timers/promises";
import { joinParts, parseParts } from "#components/parse-html.ts";
import type { TreeNode } from "#diff/tree.ts";
import type { Text } from "#handbook/text.ts";
import type { CompilableBody } from "#model/body.ts";
import type { Locale } from "#model/fields.ts";
import { rememberLately } from "#source/memory.ts";
import { joinAtMarks, mark, splitBody } from "#source/parts.ts";

/** A text as the pages show it. */
export interface RenderedText {
  html: string;
  /** The same as a tree that can be compared with another. */
  readonly nodes: readonly TreeNode[];
}

/** Renders a text, or takes what was made of the same one lately. */
export type RenderText = (text: Text) => Promise<RenderedText>;

/** Makes HTML of a text, or of a part of one. */
type Render = (text: { body: CompilableBody; locale: Locale }) => Promise<string>;

/** Some revisions of each document whose pages are being made at the same time. */
const most = 400;

/** What was rendered last, by the keys of the texts; those used last stand at the end. */
const rendered = new Map<string, Promise<RenderedText>>();

/** Renders texts by `render`, each once as long as not too many others came between. */
export function renderOnce(render: Render): RenderText {
  return (text) => {
    const kept = rendered.get(text.key);
    const found = kept ?? renderParts(text, render).then(readParts);
    rendered.delete(text.key);
    rendered.set(text.key, found);
    // A failure is told to those who asked, and kept for nobody.
    if (!kept) found.catch(() => rendered.delete(text.key));
    if (rendered.size > most) rendered.delete(rendered.keys().next().value!);
    return found;
  };
}

/** The HTML of parts of texts: from one revision to the next, most of them stay as they are. */
const memory = rememberLately(8000);

async function renderParts({ body, locale }: Text, render: Render): Promise<string[]> {
  const parts = splitBody(body);
  if (parts.length > 1) {
    const around = nameAround(body);
    const renderPart: RenderPart = (one) => render({ body: one, locale }).catch(() => undefined);
    const make = (part: CompilableBody) => () => renderSoon(`${locale}\0${around}`, part, renderPart);
    const made = await Promise.all(parts.map((part) => memory([locale, around, part.slugs.join(), part.source], make(part))));
    // What no part by itself can tell, such as an element that goes on in the next, the whole does.
    if (made.every((one) => one !== undefined)) return made;
  }
  return [await render({ body, locale })];
}

/** Makes HTML of a part of a text; undefined where that can't be done by itself. */
type RenderPart = (part: CompilableBody) => Promise<string | undefined>;

/** Parts that wait for others which lead to the same. */
const waiting = new Map<string, { parts: CompilableBody[]; made: Promise<(string | undefined)[]> }>();

/** Renders a part together with those of other texts that are asked for in the same turn. */
async function renderSoon(around: string, part: CompilableBody, render: RenderPart): Promise<string | undefined> {
  let batch = waiting.get(around);
  if (!batch) {
    const parts: CompilableBody[] = [];
    const made = scheduler.yield().then(() => {
      waiting.delete(around);
      return renderTogether(parts, render);
    });
    batch = { parts, made };
    waiting.set(around, batch);
  }
  const place = batch.parts.push(part) - 1;
  return (await batch.made)[place];
}

/** Renders parts as one text, and cuts what was made; where that fails, each half by itself. */
async function renderTogether(parts: readonly CompilableBody[], render: RenderPart): Promise<(string | undefined)[]> {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return Promise.all(parts.map(render));
  const source = joinAtMarks(parts);
  const made = source && (await render({ ...first, source, slugs: parts.flatMap((one) => one.slugs) }))?.split(`\n<p>${mark}</p>\n`);
  if (made && made.length === parts.length) return made;
  const middle = Math.ceil(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)];
  return (await Promise.all(halves.map((half) => renderTogether(half, render)))).flat();
}

const arounds = new WeakMap<CompilableBody["links"], string>();

/** A short name for all that a text leads to; revisions that lead to the same hold the same links. */
function nameAround({ source: _, slugs: __, ...around }: CompilableBody): string {
  const known = arounds.get(around.links) ?? hash("sha1", JSON.stringify(around), "base64url");
  arounds.set(around.links, known);
  return known;
}

/** The tree is made when someone asks for it: most pages only show the text. */
function readParts(parts: readonly string[]): RenderedText {
  let nodes: TreeNode[] | undefined;
  return {
    html: joinParts(parts),
    get nodes() {
      return (nodes ??= parseParts(parts));
    },
  };
}
