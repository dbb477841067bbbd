import type { Root } from "mdast";
import type { z } from "zod";
import { collections, type Data } from "#model/collections.ts";
import type { Document } from "#model/document.ts";
import type { CollectionName } from "#model/fields.ts";
import { findNearest } from "#model/nearest.ts";
import { type Problem, problem } from "#model/problem.ts";
import type { Settings } from "#model/settings.ts";
import { type BodyFacts, readBody } from "#source/body.ts";
import type { Named } from "#source/file-name.ts";
import { parseMdx } from "#source/mdx.ts";
import { validate } from "#source/validate.ts";
import { readYaml } from "#source/yaml.ts";

/** What was read of one document, as plain data, so that it can be kept between builds. */
export interface DocumentFacts {
  /** Missing where the frontmatter is not what its schema asks for. */
  data?: Data;
  body?: BodyFacts;
  problems: Problem[];
}

/** Reads one MDX file's text: frontmatter by the schema of its collection, body by the content policy. */
export function readDocument(source: string, file: string, collection: CollectionName, { audiences }: Settings): DocumentFacts {
  const frontmatter = splitFrontmatter(source);
  if (frontmatter === undefined) {
    return { problems: [problem("missing-frontmatter", { file, line: 1, column: 1 }, {})] };
  }
  const yaml = readYaml(frontmatter, file, 2);
  if (yaml.problems.length > 0) return { problems: yaml.problems };

  const schema: z.ZodType = collections[collection];
  const validated = validate(schema, yaml, "invalid-field");
  const declared = "data" in validated ? (validated.data as Data) : yaml.value;
  const { body, problems } = readBody(source, file, namesOfVariables(declared));
  if ("problems" in validated) return { problems: [...validated.problems, ...problems] };

  const data = validated.data as Data;
  const { audience } = data;
  if (audience !== undefined && !audiences.includes(audience)) {
    const facts = { audience, nearest: findNearest(audience, audiences), known: audiences };
    problems.push(problem("unknown-audience", yaml.locate(["audience"]), facts));
  }
  return { data, body, problems };
}

/** Makes a document of what was read of it, or undefined where that does not suffice to show it. */
export function makeDocument(
  facts: DocumentFacts,
  source: string,
  file: string,
  { address, position }: Named,
  settings: Settings,
): Document | undefined {
  const { data, body, problems } = facts;
  if (!data || !body || problems.some((one) => one.severity === "error")) return undefined;
  return {
    address,
    file,
    position,
    audience: data.audience ?? settings.audiences.at(-1) ?? settings.audience,
    data,
    source,
    body: { ...body, parse: () => parseTree(source, file) },
    pictures: [],
    // Read anew, because hardly any document has a problem whose place is asked for.
    locate: (path) => readYaml(splitFrontmatter(source) ?? "", file, 2).locate(path),
  };
}

/** The tree of a whole file, empty where it is no MDX. */
export function parseTree(source: string, file: string): Root {
  const parsed = parseMdx(source, file);
  return "tree" in parsed ? parsed.tree : { type: "root", children: [] };
}

/** The text between the lines `---` at the start of a file. */
function splitFrontmatter(source: string): string | undefined {
  return /^---[ \t]*\n((?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/.exec(source)?.[1];
}

function namesOfVariables(data: unknown): string[] {
  const variables = data !== null && typeof data === "object" && "variables" in data ? data.variables : undefined;
  return variables !== null && typeof variables === "object" ? Object.keys(variables) : [];
}

/** Whether `document` belongs to collection `name`; narrows its data. */
export function isOf<C extends CollectionName>(document: Document, name: C): document is Document<C> {
  return document.address.collection === name;
}
