import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from "yaml";
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
  const problems = [...document.errors, ...document.warnings].map((one) => describeError(one, text, placeAt(one.pos[0])));
  let value: unknown;
  try {
    value = problems.length === 0 ? document.toJS({ maxAliasCount: 100 }) : undefined;
  } catch (cause) {
    problems.push(problem("invalid-yaml", placeAt(0), { reason: lowerFirst((cause as Error).message) }));
  }

  return {
    value,
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

function describeError(one: YAMLError | { code: string; message: string; pos: [number, number] }, text: string, place: Place): Problem {
  if (one.code === "DUPLICATE_KEY") {
    const key = /^[^:\n]*/.exec(text.slice(one.pos[0]))?.[0].trim() ?? "";
    return problem("duplicate-key", place, { key });
  }
  return problem("invalid-yaml", place, { reason: lowerFirst(one.message.replace(/\.$/, "")) });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
