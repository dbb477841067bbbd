/** A document's text with all that its links, images, components and variables lead to: plain data, enough to compile it. */
export interface CompilableBody {
  /** The whole file's text, frontmatter included. */
  source: string;
  /** Anchors of the headings, in order. */
  slugs: string[];
  /** Addresses by URL as written; a link that is missing here is shown as text. */
  links: Record<string, string>;
  /** Published pictures by path as written; sizes in pixels. */
  images: Record<string, { src: string; width: number; height: number }>;
  /** Attributes to show a component with, by `elementKey` of how it is written. */
  elements: Record<string, Record<string, string | true>>;
  variables: Record<string, { label: string; example: string }>;
  /** What is said in it is sent, not spoken. */
  written?: true;
  /** Missing for texts of the past, and empty where nothing ever changed. */
  blame?: BodyBlame;
}

/** When blocks were last changed, by the kind of the node that shows them and their place among those of that kind. */
export type BodyBlame = Partial<Record<BlockNode, (BlockBlame | undefined)[]>>;

/** The kinds of nodes of a text that can bear the revision of a block. */
export const blockNodes = ["paragraph", "heading", "listItem", "tableRow", "code", "footnoteDefinition", "mdxJsxFlowElement"] as const;
export type BlockNode = (typeof blockNodes)[number];

/** What a block of the page says of itself. */
export interface BlockBlame {
  /** The revision that last changed it; missing while that change has not landed. */
  revision?: number | undefined;
  /** Earlier revisions in which it stood as it does now, before it changed and came back. */
  held?: number[] | undefined;
}

/** The same as attributes of the element that shows the block. */
export interface BlockAttributes {
  "data-revision"?: string;
  "data-held"?: string;
}

/** Names a component with its attributes as written: the key under which the handbook holds what they lead to. */
export function elementKey(name: string, attributes: Record<string, string | true>): string {
  return `${name} ${JSON.stringify(attributes)}`;
}
