import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import { type Place, type Problem, problem } from "#model/problem.ts";

export interface Yaml {
  value: unknown;
  problems: Problem[];
  /** The place of the field at `path`, or of the nearest field above it that is there. */
  locate(path: readonly PropertyKey[]): Place;
}

/** Reads YAML 1.2 that starts on line `firstLine` of `file`; it never throws. */
export function readYaml(text: string, file: string, firstLine = 1): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: line + firstLine - 1, column: col };
  };
  const problems = listProblems(document, text, placeAt);
  return {
    value: problems.length === 0 ? document.toJS() : undefined,
    problems,
    locate(path) {
      let node: unknown = document.contents;
      let offset = 0;
      for (const key of path) {
        if (isMap(node)) {
          const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === String(key));
          if (!pair || !isScalar(pair.key)) break;
          offset = pair.key.range?.[0] ?? offset;
          node = pair.value;
        } else if (isSeq(node) && typeof key === "number") {
          const item = node.items[key] as { range?: [number, number, number] } | undefined;
          if (!item) break;
          offset = item.range?.[0] ?? offset;
          node = item;
        } else break;
      }
      return placeAt(offset);
    },
  };
}

/** Every key that stands twice, and the first of the other mistakes, because those that follow it mostly come from it. */
function listProblems(document: Document.Parsed, text: string, placeAt: (offset: number) => Place): Problem[] {
  const found = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  const twice = found
    .filter((one) => one.code === "DUPLICATE_KEY")
    .map(({ pos }) => problem("duplicate-key", placeAt(pos[0]), { key: readKey(text, pos[0]) }));
  const other = found.find((one) => one.code !== "DUPLICATE_KEY");
  if (other) return [...twice, problem("invalid-yaml", placeAt(other.pos[0]), { reason: explain(other) })];
  return [...twice, ...(/[*\\]/.test(text) ? judgeNodes(document, placeAt).slice(0, 1) : [])];
}

function readKey(text: string, offset: number): string {
  return (
    /^(?:"([^"\n]*)"|'([^'\n]*)'|[^:\n]*)/
      .exec(text.slice(offset))
      ?.slice(0, 3)
      .findLast((one) => one !== undefined)
      ?.trim() ?? ""
  );
}

/** Aliases can make a small file huge, and escapes can write characters that no page can hold. */
function judgeNodes(document: Document.Parsed, placeAt: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  const report = (node: { range?: [number, number, number] | null | undefined }, reason: string) =>
    problems.push(problem("invalid-yaml", placeAt(node.range?.[0] ?? 0), { reason }));
  visit(document, {
    Alias: (_, node) => report(node, "a * at the beginning of a value stands for another value; put the text into quotes"),
    Scalar: (_, node) => {
      if (typeof node.value === "string" && unprintable.test(node.value)) report(node, "the text holds an invisible character");
    },
  });
  return problems;
}

const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff\p{Surrogate}]/u;

function explain({ code, message }: YAMLError): string {
  if (/call stack|overflow/i.test(message)) return "brackets or lists lie too deep in one another";
  return reasons[code] ?? message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
}

/** The parser's terms in the words of people who write text. */
const reasons: Partial<Record<string, string>> = {
  BAD_ALIAS: "a * at the beginning of a value stands for another value; put the text into quotes",
  BAD_INDENT: "a line is not indented like those around it, or a bracket is not closed",
  BAD_SCALAR_START: "a value can't begin with this character; put the text into quotes",
  BLOCK_AS_IMPLICIT_KEY: "a value holds a colon followed by a space, or a line is indented too far",
  BLOCK_IN_FLOW: "a list or a group of fields stands inside brackets",
  MISSING_CHAR: "a quote or a bracket is not closed",
  MULTILINE_IMPLICIT_KEY: "a line has no field's name with a colon and a space",
  MULTIPLE_DOCS: "a line of three hyphens or dots divides the fields",
  NON_STRING_KEY: "a field's name must be a plain text",
  TAB_AS_INDENT: "a tab stands where spaces must be",
  TAG_RESOLVE_FAILED: "a value can't begin with !; put the text into quotes",
  UNEXPECTED_TOKEN: "this can't follow what stands before it; put the text into quotes",
};
