import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPack, tableFile } from "../scripts/pack.ts";

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
  expect(readdirSync(folder).filter((one) => one.startsWith("b.pack."))).toEqual(["b.pack.json"]);
});

test("does not write again what stays the same", () => {
  const file = join(folder, "c.pack");
  fill(file, { one: "1", two: "2" });
  const before = statSync(tableFile(file)).ino;
  const pack = openPack(file);
  expect(pack.read("two")?.toString()).toBe("2");
  pack.save(["one", "two"]);
  expect(statSync(tableFile(file)).ino).toBe(before);
});

test("knows nothing where the table is missing, empty, cut short or something else", () => {
  const file = join(folder, "d.pack");
  expect(openPack(file).has("one")).toBe(false);
  for (const text of ["", "short", "x".repeat(100), '{"end":4,"places":[["one",[0,1e9,0]]]}']) {
    writeFileSync(tableFile(file), text);
    expect(readAll(file, ["one"])).toEqual([undefined]);
  }
  fill(file, { one: "1".repeat(1000) });
  truncateSync(file, 500);
  expect(readAll(file, ["one"])).toEqual([undefined]);
  rmSync(file);
  expect(readAll(file, ["one"])).toEqual([undefined]);
});

test("does not grow without end", () => {
  const file = join(folder, "f.pack");
  const sizes: number[] = [];
  for (let build = 0; build < 20; build++) {
    const pack = openPack(file);
    pack.put(`page of build ${build}`, Buffer.alloc(1000, build));
    pack.put("same", Buffer.alloc(1000, 255));
    pack.save([`page of build ${build}`, "same"]);
    sizes.push(statSync(file).size);
    expect(readAll(file, [`page of build ${build}`, "same"])).toEqual([Buffer.alloc(1000, build), Buffer.alloc(1000, 255)].map(String));
  }
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4000);
});

test("keeps what was saved where a build was ended while it wrote", () => {
  const file = join(folder, "g.pack");
  fill(file, { one: "1" });
  appendFileSync(file, "what a build wrote that was ended");
  expect(readAll(file, ["one"])).toEqual(["1"]);
  const pack = openPack(file);
  pack.put("two", Buffer.from("2"));
  pack.save(["one", "two"]);
  expect(readAll(file, ["one", "two"])).toEqual(["1", "2"]);
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
