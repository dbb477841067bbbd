import { expect, test } from "vitest";
import { listPages } from "./built-site.ts";
import { findInvalidHtml } from "./html-validity.ts";

test("is valid HTML on every page", async () => {
  expect(await findInvalidHtml(listPages())).toEqual([]);
});
