import { expect, test } from "vitest";
import { splitAtFold } from "#layouts/fold.ts";

const line = "One sentence of a script that fills about a line. ";
const fact = (name: string, lines: number) => `<section class="fact"><h2>${name}</h2><p>${line.repeat(lines)}</p></section>`;

test.each([
  ["the head and as many sections as a phone shows", `<h1>Demo</h1>${fact("Enter", 4)}${fact("Do", 4)}`, fact("Do", 9) + fact("Leave", 1)],
  ["the head alone if it fills the screen", `<h1>Demo</h1><p>${line.repeat(20)}</p>`, fact("Do", 1) + fact("Leave", 1)],
  ["nothing but the head of a page whose first section is long", "<h1>Changes</h1>", fact("Week", 40) + fact("Before", 1)],
  ["headings without a section", `<h1>Guide</h1><h2>Why</h2><p>${line.repeat(8)}</p>`, `<h2>How</h2><p>${line.repeat(8)}</p>`],
  ["Chinese, which takes twice the room", `<h1>演示</h1>${fact("进入", 1)}<p>${"一句要说的话。".repeat(40)}</p>`, fact("做什么", 20)],
])("a page is parted below %s", (_name, above, below) => {
  expect(splitAtFold(above + below)).toEqual([above, below]);
});

test("a section is not parted from its heading, however deep that stands", () => {
  const backlinks = '<section class="backlinks">\n<details>\n<summary><h2>Used in</h2></summary></details></section>';
  expect(splitAtFold(`<h1>WeCom</h1><p>${line}</p>${backlinks}`)).toEqual([`<h1>WeCom</h1><p>${line}</p>`, backlinks]);
});

test("what only looks like a heading parts nothing", () => {
  const html = `<h1>Email</h1><p title="a <h2> in words">${line}</p><select><option>${line.repeat(30)}</option></select><p>&lt;h2></p>`;
  expect(splitAtFold(html)).toEqual([html, ""]);
  expect(splitAtFold("")).toEqual(["", ""]);
});
