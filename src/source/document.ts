import type { z } from "zod";
import { collections, type Data } from "#model/collections.ts";
import type { Address, Document } from "#model/document.ts";
import type { CollectionName } from "#model/fields.ts";
import { findNearest } from "#model/nearest.ts";
import { type Problem, problem } from "#model/problem.ts";
import type { Settings } from "#model/settings.ts";
import { readBody } from "#source/body.ts";
import { validate } from "#source/validate.ts";
import { readYaml } from "#source/yaml.ts";

export interface Parsed {
  /** Missing where the frontmatter is not what its schema asks for. */
  document?: Document;
  problems: Problem[];
}

/** Reads one MDX file's text: frontmatter by the schema of its collection, body by the content policy. */
export function parseDocument(source: string, file: string, address: Address, position: number, settings: Settings): Parsed {
  const frontmatter = splitFrontmatter(source);
  if (frontmatter === undefined) {
    return { problems: [problem("missing-frontmatter", { file, line: 1, column: 1 }, {})] };
  }
  const yaml = readYaml(frontmatter, file, 2);
  if (yaml.problems.length > 0) return { problems: yaml.problems };

  const schema: z.ZodType = collections[address.collection];
  const validated = validate(schema, yaml, "invalid-field");
  const declared = "data" in validated ? (validated.data as Data) : yaml.value;
  const { body, problems } = readBody(source, file, namesOfVariables(declared));
  if ("problems" in validated) return { problems: [...validated.problems, ...problems] };

  const data = validated.data as Data;
  const audience = data.audience ?? settings.audiences.at(-1) ?? settings.audience;
  if (!settings.audiences.includes(audience)) {
    const known = settings.audiences;
    problems.push(problem("unknown-audience", yaml.locate(["audience"]), { audience, nearest: findNearest(audience, known), known }));
  }
  const document: Document = { address, file, position, audience, data, source, body, pictures: [], locate: yaml.locate };
  return { document, problems };
}

/** The text between the lines `---` at the start of a file. */
function splitFrontmatter(source: string): string | undefined {
  return /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m.exec(source.startsWith("---") ? source : "")?.[1];
}

function namesOfVariables(data: unknown): string[] {
  const variables = data !== null && typeof data === "object" && "variables" in data ? data.variables : undefined;
  return variables !== null && typeof variables === "object" ? Object.keys(variables) : [];
}

/** Whether `document` belongs to collection `name`; narrows its data. */
export function isOf<C extends CollectionName>(document: Document, name: C): document is Document<C> {
  return document.address.collection === name;
}
