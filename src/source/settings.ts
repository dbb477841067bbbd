import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Problem, problem } from "#model/problem.ts";
import { type Settings, settings as schema } from "#model/settings.ts";
import { judgeLink, readText } from "#source/files.ts";
import { validate } from "#source/validate.ts";
import { readYaml, type Yaml } from "#source/yaml.ts";

export const settingsFile = "handbook.yaml";

/** Reads `handbook.yaml`; without it nothing else can be read. */
export function readSettings(root: string): { settings: Settings; locate: Yaml["locate"] } | { problems: Problem[] } {
  const start = { file: settingsFile, line: 1, column: 1 };
  if (!existsSync(join(root, settingsFile))) return { problems: [problem("missing-settings", start, {})] };
  const outside = judgeLink(root, settingsFile);
  if (outside) return { problems: [outside] };
  const read = readText(root, settingsFile);
  if ("problem" in read) return { problems: [read.problem] };
  const yaml = readYaml(read.text, settingsFile);
  if (yaml.problems.length > 0) return { problems: yaml.problems };
  const validated = validate(schema, yaml, "invalid-settings");
  return "data" in validated ? { settings: validated.data, locate: yaml.locate } : validated;
}
