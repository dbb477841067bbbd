import { type Problem, problem } from "#model/problem.ts";
import { synonyms as schema } from "#model/synonyms.ts";
import { readText } from "#source/files.ts";
import { validate } from "#source/validate.ts";
import { readYaml } from "#source/yaml.ts";

export const synonymsFile = "synonyms.yaml";

/** Rings of words that mean the same. */
export type Synonyms = readonly (readonly string[])[];

/** Reads `synonyms.yaml` where there is one; what is wrong with it is added to `problems`. */
export function readSynonyms(root: string, files: ReadonlySet<string>, problems: Problem[]): Synonyms {
  if (!files.has(synonymsFile)) return [];
  const read = readText(root, synonymsFile);
  if ("problem" in read) {
    problems.push(read.problem);
    return [];
  }
  const yaml = readYaml(read.text, synonymsFile);
  problems.push(...yaml.problems);
  if (yaml.problems.length > 0) return [];
  const validated = validate(schema, yaml, "invalid-synonyms");
  if ("problems" in validated) {
    problems.push(...validated.problems);
    return [];
  }
  const taken = new Map<string, number>();
  for (const [index, ring] of validated.data.rings.entries()) {
    for (const [position, word] of ring.entries()) {
      const place = yaml.locate(["rings", index, position]);
      const key = word.normalize("NFKC").toLowerCase();
      const line = taken.get(key);
      if (line !== undefined) problems.push(problem("duplicate-synonym", place, { word, line }));
      else taken.set(key, place.line);
    }
  }
  return validated.data.rings;
}
