import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openKept } from "../scripts/kept.ts";
import { makeFolder } from "./repository.ts";

test("keeps what was worked out until the code changes", () => {
  const file = join(makeFolder(), "deep", "kept.json");
  const first = openKept(file, "one");
  expect(first.read("a")).toBeUndefined();
  first.write("a", { text: "两段\nb" });
  first.write("b", [1]);
  first.save();
  const second = openKept(file, "one");
  expect([second.read("a"), second.read("b"), second.read("c")]).toEqual([{ text: "两段\nb" }, [1], undefined]);
  expect(openKept(file, "two").read("a")).toBeUndefined();
});

test("takes a spoilt file for an empty one, and writes it anew", () => {
  const file = join(makeFolder(), "kept.json");
  const write = (text: string) => writeFileSync(file, text);
  const made = openKept(file, "one");
  made.write("a", "told");
  made.save();
  const good = readFileSync(file, "utf8");
  const spoilt = [good.replace("told", "lied"), good.slice(0, -4), good.slice(0, -1), "", "{}", `x\n${good}`, good.replace("\n", "")];
  for (const bad of [...spoilt, `${good}${good.split("\n")[1]?.replace("told", "lied")}\n`, `${good}7 [["b"`]) {
    write(bad);
    const spoilt = openKept(file, "one");
    expect(spoilt.read("a"), bad).toBeUndefined();
    spoilt.write("a", "told");
    spoilt.save();
    expect(readFileSync(file, "utf8")).toBe(good);
  }
});

test("adds to the file what a later build works out, until that is much", () => {
  const file = join(makeFolder(), "kept.json");
  const countLines = () => readFileSync(file, "utf8").split("\n").length - 2;
  const first = openKept(file, "one");
  for (let number = 0; number < 40; number++) first.write(String(number), number);
  first.save();
  const seen: number[] = [];
  for (const name of ["a", "b", "1"]) {
    const next = openKept(file, "one");
    next.write(name, `甲 ${name}`);
    next.save();
    next.save();
    seen.push(countLines());
  }
  const last = openKept(file, "one");
  expect([last.read("a"), last.read("b"), last.read("0"), last.read("1"), seen]).toEqual(["甲 a", "甲 b", 0, "甲 1", [2, 3, 4]]);
  for (let number = 100; number < 120; number++) last.write(String(number), number);
  last.save();
  expect(countLines()).toBe(1);
  const all = openKept(file, "one");
  expect([all.read("a"), all.read("1"), all.read("0"), all.read("109")]).toEqual(["甲 a", "甲 1", 0, 109]);
});

test("drops what was not used for longest where there is too much of it, and nothing that was used", () => {
  const file = join(makeFolder(), "kept.json");
  const first = openKept(file, "one", 2);
  for (const name of ["a", "b", "c", "d"]) first.write(name, name);
  expect(first.read("a")).toBe("a");
  first.save();
  const second = openKept(file, "one", 2);
  second.read("c");
  second.write("e", "e");
  second.save();
  const third = openKept(file, "one", 2);
  expect(["a", "b", "c", "d", "e"].map((name) => third.read(name))).toEqual(["a", undefined, "c", "d", "e"]);
});
