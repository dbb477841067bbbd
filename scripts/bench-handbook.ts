import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCopies } from "./bench-copies.ts";
import type { Peer } from "./bench-peers.ts";
import { openPlace, type Place } from "./bench-place.ts";
import type { Run } from "./bench-process.ts";
import { countPages } from "./bench-site.ts";
import { type Weight, weighPages } from "./bench-weights.ts";
import { exitCodes, Failure } from "./command.ts";
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
  const place = openPlace();
  const runs: Record<Kind, Run[]> = { cold: [], "nothing changed": [], "one edited": [], "check, cold": [], "check, nothing changed": [] };
  const peerRuns: Run[] = [];
  const measure = async (kind: Kind, command: "build" | "check", number: number) => {
    say(`${documents} documents, run ${number} of ${count}: ${kind}`);
    runs[kind].push(await place.run(command));
  };
  try {
    writeSyntheticHandbook(place.content, documents);
    for (let number = 1; number <= count; number++) {
      place.forget();
      await measure("check, cold", "check", number);
      place.forget();
      await measure("cold", "build", number);
      if (peer) {
        if (number === 1) peer.takeText({ copies: readCopies(place.site), titles });
        say(`${documents} documents, run ${number} of ${count}: ${peer.name}`);
        peerRuns.push(await peer.build());
      }
      await measure("nothing changed", "build", number);
      await measure("check, nothing changed", "check", number);
      const edit = editDocument(place, `This paragraph was edited in run ${number}.`);
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

const titles = { "zh-CN": "合成手册", en: "Synthetic handbook" };

/** Replaces the first paragraph below a heading. */
function editDocument({ content, site }: Place, paragraph: string) {
  const file = join(content, `${usual}.mdx`);
  const page = join(site, usual, "index.html");
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
