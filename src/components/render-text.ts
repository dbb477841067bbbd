import { parseHtml } from "#components/parse-html.ts";
import type { TreeNode } from "#diff/tree.ts";
import type { Text } from "#handbook/text.ts";

/** A text as the pages show it. */
export interface RenderedText {
  html: string;
  /** The same as a tree that can be compared with another. */
  readonly nodes: readonly TreeNode[];
}

/** Renders a text, or takes what was made of the same one lately. */
export type RenderText = (text: Text) => Promise<RenderedText>;

/** Some revisions of each document whose pages are being made at the same time. */
const most = 400;

/** What was rendered last, by the keys of the texts; those used last stand at the end. */
const rendered = new Map<string, Promise<RenderedText>>();

/** Renders texts by `render`, each once as long as not too many others came between. */
export function renderOnce(render: (text: Text) => Promise<string>): RenderText {
  return (text) => {
    const kept = rendered.get(text.key);
    const found = kept ?? render(text).then(readHtml);
    rendered.delete(text.key);
    rendered.set(text.key, found);
    // A failure is told to those who asked, and kept for nobody.
    if (!kept) found.catch(() => rendered.delete(text.key));
    if (rendered.size > most) rendered.delete(rendered.keys().next().value!);
    return found;
  };
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
