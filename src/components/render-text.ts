import { hash } from "node:crypto";
import { parseHtml } from "#components/parse-html.ts";
import type { TreeNode } from "#diff/tree.ts";
import type { Text } from "#handbook/text.ts";
import type { CompilableBody } from "#model/body.ts";
import type { Locale } from "#model/fields.ts";
import { rememberLately } from "#source/memory.ts";
import { splitBody } from "#source/parts.ts";

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
    const found = kept ?? renderParts(text, render).then(readHtml);
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

async function renderParts({ body, locale }: Text, render: Render): Promise<string> {
  const parts = splitBody(body);
  if (parts.length > 1) {
    const around = nameAround(body);
    const make = (part: CompilableBody) => () => render({ body: part, locale }).catch(() => undefined);
    const made = await Promise.all(parts.map((part) => memory([locale, around, part.slugs.join(), part.source], make(part))));
    // What no part by itself can tell, such as an element that goes on in the next, the whole does.
    if (!made.includes(undefined)) return made.join("\n");
  }
  return render({ body, locale });
}

const arounds = new WeakMap<CompilableBody["links"], string>();

/** A short name for all that a text leads to; revisions that lead to the same hold the same links. */
function nameAround({ source: _, slugs: __, ...around }: CompilableBody): string {
  const known = arounds.get(around.links) ?? hash("sha1", JSON.stringify(around), "base64url");
  arounds.set(around.links, known);
  return known;
}

/** The tree is made when someone asks for it: most pages only show the text. */
function readHtml(html: string): RenderedText {
  let nodes: TreeNode[] | undefined;
  return {
    html,
    get nodes() {
      return (nodes ??= parseHtml(html));
    },
  };
}
