import { reservedWords } from "#model/fields.ts";

/** Stands for a `{` that begins more than `{name}`; a character that no text may hold. */
export const brace = "\ufdd0";
const letters = { import: "\ufdd1", export: "\ufdd2" } as const;

/**
 * Hides all code of a text but `{name}`, one character for one, so that every place stays what it was: every other `{`,
 * and every `import` and `export` that begins a line. Because the MDX parser hands code to a JavaScript parser, where
 * deep nesting ends the whole process.
 */
export function maskCode(source: string): string {
  return source
    .replace(/\{(?:[ \t]*([A-Za-z_$][\w$]*)[ \t]*\})?/g, (found, name: string | undefined, offset: number) =>
      (name !== undefined && !reservedWords.includes(name)) || isEscaped(source, offset) ? found : brace + found.slice(1),
    )
    .replace(/^(?:import|export)\b/gm, (word) => letters[word as keyof typeof letters] + word.slice(1));
}

function isEscaped(source: string, offset: number): boolean {
  let first = offset;
  while (source[first - 1] === "\\") first--;
  return (offset - first) % 2 === 1;
}

/** Puts back what `maskCode` hid. */
export function unmask(text: string): string {
  return text.replace(/\ufdd0|%EF%B7%90|\ufdd1|\ufdd2/g, (found) => hidden[found] ?? found);
}

const hidden: Readonly<Record<string, string>> = { [brace]: "{", "%EF%B7%90": "%7B", [letters.import]: "i", [letters.export]: "e" };

/** Nobody reads more of a piece of code in a message. */
const longest = 1000;

/** The code that begins with the `{` at `offset`, without its braces; where it is not closed, the rest of the line and an ellipsis. */
export function readCode(source: string, offset: number): string {
  let depth = 0;
  const last = Math.min(source.length, offset + longest);
  for (let end = offset; end < last && !source.startsWith("\n\n", end); end++) {
    if (source[end] === "{") depth++;
    else if (source[end] === "}" && --depth === 0) return source.slice(offset + 1, end);
  }
  return `${/.*/.exec(source.slice(offset + 1))?.[0] ?? ""} …`;
}
