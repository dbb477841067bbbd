import type { Root } from "mdast";
import type { Data } from "#model/collections.ts";
import type { ComponentName } from "#model/components.ts";
import type { CollectionName, Locale } from "#model/fields.ts";
import type { Place } from "#model/problem.ts";

/** Where a document is: the same collection and id in two locales is the same document in two languages. */
export interface Address<C extends CollectionName = CollectionName> {
  locale: Locale;
  collection: C;
  id: string;
}

/** One MDX file of a collection, read and checked against its schema. */
export interface Document<C extends CollectionName = CollectionName> {
  address: Address<C>;
  /** Path from the content folder, with slashes. */
  file: string;
  /** The number in front of the file name, or Infinity. */
  position: number;
  audience: string;
  data: Data<C>;
  /** The whole file's text, frontmatter included. */
  source: string;
  body: Body;
  /** The pictures it shows, by path from the content folder. */
  pictures: string[];
  /** The place of a field of the frontmatter, such as `["exit", 0, "text"]`, or of the nearest one above it. */
  locate(path: readonly PropertyKey[]): Place;
}

/** What the text below the frontmatter holds; places are those of the file. */
export interface Body {
  headings: Heading[];
  links: Link[];
  images: Image[];
  elements: Element[];
  /** Uses of `{name}`. */
  variables: Variable[];
  /** Words of Latin text and characters of Chinese. */
  words: number;
  /** Parses the text anew, because a tree of each document would not fit into memory. */
  parse(): Root;
}

export interface Heading extends Point {
  depth: number;
  text: string;
  slug: string;
}

export interface Link extends Point {
  url: string;
}

export interface Image extends Point {
  src: string;
  alt: string;
}

/** A component in the text, in document order. */
export interface Element extends Point {
  name: ComponentName;
  attributes: Record<string, string | true>;
  /** How many components it stands in. */
  depth: number;
}

export interface Variable extends Point {
  name: string;
}

type Point = Pick<Place, "line" | "column">;
