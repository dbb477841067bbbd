import type { Place } from "#model/problem.ts";
import { offsetAt, type Point, pointAfter } from "#source/files.ts";
import { brace } from "#source/mask.ts";

/** The place of an attribute of the tag at `point`, or of the tag where it is not there; the parser gives attributes none. */
export function placeAttribute(
  { file, source }: { file: string; source: string },
  { line, column, offset }: Pick<Point, "line" | "column"> & Partial<Point>,
  name: string,
): Place {
  const start: Point = { line, column, offset: offset ?? offsetAt(source, { line, column }) };
  const found = listParts(source, start.offset).find((part) => part.text === name);
  const point = pointAfter(start, source, found?.offset ?? start.offset);
  return { file, line: point.line, column: point.column };
}

/** Code in the tag that begins at `offset` of a masked text: where it begins, and the attribute it is the value of. */
export function findCode(masked: string, offset: number): { offset: number; attribute?: number } | undefined {
  if (masked[offset] !== "<") return undefined;
  let name: number | undefined;
  for (const part of listParts(masked, offset)) {
    if (/^[\ufdd0{]/.test(part.text)) return { offset: part.offset, ...(name !== undefined && { attribute: name }) };
    if (part.text === "=") continue;
    const glued = part.text.indexOf(brace);
    if (glued >= 0) return { offset: part.offset + glued, attribute: part.offset };
    name = isName(part.text) && /^\s*=/.test(masked.slice(part.offset + part.text.length)) ? part.offset : undefined;
  }
  return undefined;
}

interface Part {
  text: string;
  offset: number;
}

/** The names, equals signs and values after a tag's own name, up to its `>`. */
function* listParts(source: string, offset: number): Generator<Part> {
  const pattern = /"[^"]*"|'[^']*'|\{[^}]*\}|=|>|[^\s=>"'{]+/gy;
  pattern.lastIndex = offset + (/^<[^\s/>]*/.exec(source.slice(offset, offset + 200))?.[0].length ?? 0);
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const text = pattern.exec(source)?.[0];
    if (text === undefined) pattern.lastIndex = at + 1;
    else if (text === ">") return;
    else yield { text, offset: at };
  }
}

function isName(text: string): boolean {
  return !/^["'{/]/.test(text);
}
