import type { Wording } from "#diff/notes.ts";
import { fill } from "#diff/tell.ts";

/** The words of a `Wording`: data and no functions, so that a page can hand it to browser code. */
export interface WordingWords extends Omit<Wording, "attribute"> {
  /** By the name of an attribute, or `element`; each may hold `{before}` and `{after}`. Others are not told. */
  attributes: Readonly<Record<string, string>>;
}

/** Makes a wording of its words. Where one side is missing, what the element says is enough. */
export function makeWording({ attributes, ...words }: WordingWords): Wording {
  return {
    ...words,
    attribute({ name, before, after }) {
      if (!Object.hasOwn(attributes, name) || before === undefined || after === undefined) return undefined;
      return fill(attributes[name]!, { before: readable(before), after: readable(after) });
    },
  };
}

/** An address as people read it. */
function readable(value: string): string {
  try {
    return decodeURI(value);
  } catch {
    return value;
  }
}
