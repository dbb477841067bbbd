import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPack } from "../scripts/pack.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sopbook-pack-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("keeps what was saved, drops what was not named, and takes up what was put since", () => {
  const file = join(folder, "a.pack");
  fill(file, { one: "Eins", 二: "两", three: "" });
  const pack = openPack(file);
  pack.put("four", Buffer.from("4"));
  expect(pack.read("four")?.toString()).toBe("4");
  pack.save(["二", "three", "four"]);
  expect(readAll(file, ["one", "二", "three", "four"])).toEqual([undefined, "两", "", "4"]);
});

test("leaves the file as it was until it is saved, and nothing beside it", () => {
  const file = join(folder, "b.pack");
  fill(file, { one: "1" });
  const before = readFileSync(file);
  const pack = openPack(file);
  pack.put("one", Buffer.from("changed"));
  pack.close();
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(folder).filter((one) => one.startsWith("b.pack."))).toEqual([]);
});

test("does not write again what stays the same", () => {
  const file = join(folder, "c.pack");
  fill(file, { one: "1", two: "2" });
  rmSync(file);
  const pack = openPack(file);
  pack.save([]);
  expect(existsSync(file)).toBe(false);
});

test("knows nothing where the file is missing, empty, cut short or something else", () => {
  const file = join(folder, "d.pack");
  expect(openPack(file).has("one")).toBe(false);
  for (const bytes of ["", "short", "x".repeat(100), '[["one",[0,1e9,0]]]'.padEnd(200)]) {
    writeFileSync(file, bytes);
    expect(readAll(file, ["one"])).toEqual([undefined]);
  }
  fill(file, { one: "1".repeat(1000) });
  truncateSync(file, 500);
  expect(readAll(file, ["one"])).toEqual([undefined]);
});

test("gives nothing for bytes that have changed since", () => {
  const file = join(folder, "e.pack");
  fill(file, { one: "first", two: "second" });
  const bytes = readFileSync(file);
  bytes[2] = 0;
  writeFileSync(file, bytes);
  expect(readAll(file, ["one", "two"])).toEqual([undefined, "second"]);
});

function fill(file: string, texts: Record<string, string>): void {
  const pack = openPack(file);
  for (const [name, text] of Object.entries(texts)) pack.put(name, Buffer.from(text));
  pack.save(Object.keys(texts));
}

function readAll(file: string, names: string[]): (string | undefined)[] {
  const pack = openPack(file);
  const texts = names.map((name) => pack.read(name)?.toString());
  pack.close();
  return texts;
}
