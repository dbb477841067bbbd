import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listCommandArguments, measureProcess, type Run } from "./bench-process.ts";
import { cacheFolder, project } from "./generator.ts";

/** Folders of one bench: no other build has the same content folder, so none shares what is kept between builds. */
export interface Place {
  content: string;
  site: string;
  /** Runs a command on the content, which is the caller's to write. */
  run(command: "build" | "check"): Promise<Run>;
  /** Removes the site and whatever else is left of earlier builds. */
  forget(): void;
  remove(): void;
}

export function openPlace(): Place {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sopbook-bench-")));
  const content = join(folder, "content");
  const site = join(folder, "site");
  const discard = (...folders: string[]) => folders.forEach((one) => rmSync(one, { recursive: true, force: true, maxRetries: 5 }));
  const remove = () => discard(cacheFolder(content), folder);
  process.once("exit", remove);
  return {
    content,
    site,
    remove,
    forget: () => discard(cacheFolder(content), site),
    run: (command) =>
      measureProcess([...listCommandArguments(command), "--content", content, ...(command === "build" ? ["--out", site] : [])], project),
  };
}
