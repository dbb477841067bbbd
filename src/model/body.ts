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
}
