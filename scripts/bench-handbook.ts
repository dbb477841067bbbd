import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Peer } from "./bench-peers.ts";
import { measureProcess, type Run } from "./bench-process.ts";
import { countPages } from "./bench-site.ts";
import { type Weight, weighPages } from "./bench-weights.ts";
import { exitCodes, Failure } from "./command.ts";
import { cacheFolder, project } from "./generator.ts";
import { writeSyntheticHandbook } from "./synthetic-handbook.ts";

export const kinds = ["cold", "nothing changed", "one edited", "check, cold", "check, nothing changed"] as const;
export type Kind = (typeof kinds)[number];

/** What was measured on one synthetic handbook. */
export interface Measurement {
  documents: number;
  /** Pages of the site that we built. */
  pages: number;
  runs: Record<Kind, Run[]>;
  weights: Weight[];
  peer: { name: string; pages: number; runs: Run[] } | undefined;
}

/** Makes a handbook of `documents` documents, measures everything `count` times in turn with the peer, and removes it. */
export async function measureHandbook(
  documents: number,
  count: number,
  peer: Peer | undefined,
  say: (text: string) => void,
): Promise<Measurement> {
  const place = openPlace(documents);
  const runs: Record<Kind, Run[]> = { cold: [], "nothing changed": [], "one edited": [], "check, cold": [], "check, nothing changed": [] };
  const peerRuns: Run[] = [];
  const measure = async (kind: Kind, command: "build" | "check", number: number) => {
    say(`${documents} documents, run ${number} of ${count}: ${kind}`);
    runs[kind].push(await place.run(command));
  };
  try {
    for (let number = 1; number <= count; number++) {
      place.forget();
      await measure("check, cold", "check", number);
      place.forget();
      await measure("cold", "build", number);
      if (peer) {
        if (number === 1) peer.takeText(place.site);
        say(`${documents} documents, run ${number} of ${count}: ${peer.name}`);
        peerRuns.push(await peer.build());
      }
      await measure("nothing changed", "build", number);
      await measure("check, nothing changed", "check", number);
      const edit = place.edit(number);
      await measure("one edited", "build", number);
      edit.verify();
      edit.undo();
    }
    return {
      documents,
      pages: countPages(place.site, documents),
      runs,
      weights: weighPages(place.site, usualPage),
      peer: peer && { name: peer.name, pages: peer.countPages(documents), runs: peerRuns },
    };
  } finally {
    place.remove();
  }
}

/** The document that is edited and whose page is weighed; every synthetic handbook has it. */
const usual = "en/guides/guide-3";
const usualPage = `${usual}/`;

function openPlace(documents: number) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sopbook-bench-")));
  const content = join(folder, "content");
  const site = join(folder, "site");
  const discard = (...folders: string[]) => folders.forEach((one) => rmSync(one, { recursive: true, force: true, maxRetries: 5 }));
  const remove = () => discard(cacheFolder(content), folder);
  process.once("exit", remove);
  writeSyntheticHandbook(content, documents);
  return {
    site,
    remove,
    /** Removes the site and whatever else is left of earlier builds. */
    forget: () => discard(cacheFolder(content), site),
    run: (command: "build" | "check") =>
      measureProcess(`scripts/${command}.ts`, ["--content", content, ...(command === "build" ? ["--out", site] : [])], project),
    edit: (number: number) =>
      editDocument(join(content, `${usual}.mdx`), join(site, usual, "index.html"), `This paragraph was edited in run ${number}.`),
  };
}

/** Replaces the first paragraph below a heading. */
function editDocument(file: string, page: string, paragraph: string) {
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text.replace(/(\n## .+\n\n).+/, (_, heading: string) => heading + paragraph),
  );
  return {
    verify() {
      if (!readFileSync(page, "utf8").includes(paragraph))
        throw new Failure(exitCodes.fault, `The build after an edit left the page as it was: ${page}`);
    },
    undo: () => writeFileSync(file, text),
  };
}
