import { expect, test } from "vitest";
import { readHistory } from "#history/revisions.ts";
import { addRevision, writeSyntheticHistory } from "../scripts/synthetic-history.ts";
import { makeFolder } from "./repository.ts";

test("makes the same history of the same counts, with as many revisions as asked for", () => {
  const [one, other] = [makeFolder(), makeFolder()].map((folder) => {
    writeSyntheticHistory(folder, 20, 200);
    return readHistory(folder);
  });
  const count = (history = one!) => history.documents.reduce((sum, { revisions }) => sum + revisions.length, 0);
  expect([one!.documents.length, count()]).toEqual([20, 200]);
  expect(other!.commits).toEqual(one!.commits);
});

test("adds one revision of one document", () => {
  const folder = makeFolder();
  writeSyntheticHistory(folder, 20, 40);
  const before = readHistory(folder).commits.length;
  addRevision(folder, 20);
  const { commits, documents } = readHistory(folder);
  expect([commits.length - before, documents.length]).toEqual([1, 20]);
});
