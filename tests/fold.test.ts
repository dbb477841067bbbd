import { expect, test } from "vitest";
import { splitAtFold } from "#layouts/fold.ts";

const line = "One sentence of a script that fills about a line. ";
const fact = (name: string, lines: number) => `<section class="fact"><h2>${name}</h2><p>${line.repeat(lines)}</p></section>`;

const list = (entries: number) => `<li><a href="/">Entry</a><p>${line}</p></li>`.repeat(entries);

test.each([
  [
    "the largest text of the screen, before the next section",
    `<h1>Demo</h1>${fact("Enter", 2)}${fact("Do", 5)}`,
    fact("Leave", 4) + fact("After", 20),
  ],
  ["a title, which stands in larger letters", `<h1>${line}</h1>`, `<h2>Why</h2><p>${line}</p>${fact("Do", 1).repeat(20)}`],
  ["a text that is nearly as long", `<h1>Demo</h1><p>${line.repeat(8)}</p>${fact("Do", 7)}`, fact("Leave", 20)],
  ["a paragraph that fills the screen", `<h1>Demo</h1><p>${line.repeat(20)}`, `</p>${fact("Do", 1)}`],
  ["the end of a long text in the first section", `<h1>Changes</h1><section><h2>Week</h2><p>${line.repeat(30)}`, `</p></section>`],
  ["headings without a section", `<h1>Guide</h1><h2>Why</h2><p>${line.repeat(11)}</p>`, `<h2>How</h2><p>${line.repeat(12)}</p>`],
  ["Chinese, which takes twice the room", `<h1>演示</h1>${fact("进入", 1)}<p>${"一句要说的话。".repeat(40)}</p>`, fact("做什么", 20)],
  ["the entries of a list that a phone shows", `<h1>Objections</h1><ul>${list(8)}<li>Entry<p>${line}`, `</p></li>${list(9)}</ul>`],
  ["items of plain text", `<h1>Steps</h1><ol><li>${line.repeat(20)}`, `</li><li>${line}</li></ol>`],
  ["no row of a table", `<h1>Plan</h1><table><tr><td><p>${line.repeat(20)}</p></td></tr></table>`, fact("Do", 1)],
])("a page is parted below %s", (_name, above, below) => {
  expect(splitAtFold(above + below)).toEqual([above, below]);
});

test("a section is not parted from its heading, however deep that stands", () => {
  const backlinks = `<section class="backlinks">\n<details>\n<summary><h2>Used in</h2></summary><p>${line.repeat(9)}</p></details></section>`;
  const above = `<h1>WeCom</h1><p>${line.repeat(11)}</p><input>`;
  const below = `${backlinks}<p>${line.repeat(12)}</p>`;
  expect(splitAtFold(above + below)).toEqual([above, below]);
});

test("a page that fits on the screen is not parted, and what nobody sees takes no room", () => {
  const folded = `<details><summary>Filter</summary><p>${line.repeat(30)}</p></details>`;
  const html = `<h1>Email</h1><p title="a <h2> in words">${line}</p><select><option>${line.repeat(30)}</option></select>${folded}<p>&lt;h2></p>`;
  expect(splitAtFold(html)).toEqual([html, ""]);
  expect(splitAtFold("")).toEqual(["", ""]);
});
