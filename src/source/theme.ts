import { type Problem, problem } from "#model/problem.ts";
import type { Settings } from "#model/settings.ts";
import { readText } from "#source/files.ts";
import { type Picture, readPicture } from "#source/image.ts";
import type { Yaml } from "#source/yaml.ts";

/** What the owners give the site to look like theirs. */
export interface Theme {
  logo: Picture | undefined;
  /** The text of their style sheet. */
  stylesheet: string | undefined;
}

/** Reads the files that the settings name below `theme`; what is wrong with them is added to `problems`. */
export function readTheme(
  root: string,
  { theme }: Settings,
  files: ReadonlySet<string>,
  locate: Yaml["locate"],
  problems: Problem[],
): Theme {
  const find = (key: "logo" | "stylesheet") => {
    const file = theme?.[key];
    if (file === undefined || files.has(file)) return file;
    problems.push(problem("missing-file", locate(["theme", key]), { file }));
    return undefined;
  };
  const logo = find("logo");
  const stylesheet = find("stylesheet");
  return {
    logo: logo === undefined ? undefined : tryPicture(root, logo, locate, problems),
    stylesheet: stylesheet === undefined ? undefined : tryText(root, stylesheet, problems),
  };
}

function tryPicture(root: string, file: string, locate: Yaml["locate"], problems: Problem[]): Picture | undefined {
  try {
    return readPicture(root, file);
  } catch (cause) {
    problems.push(problem("invalid-image", locate(["theme", "logo"]), { src: file, reason: (cause as Error).message }));
    return undefined;
  }
}

function tryText(root: string, file: string, problems: Problem[]): string | undefined {
  const read = readText(root, file);
  if ("text" in read) return read.text;
  problems.push(read.problem);
  return undefined;
}
