import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listExports } from "#exports/list-exports.ts";
import { copyBase, readFolder, write } from "./content-folder.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("puts every component into words of plain Markdown", async () => {
  write(
    content,
    "en/guides/all.mdx",
    `---
title: All
summary: Every component.
owner: sales-rep
reviewed: 2026-11-01
audience: internal
kind: how-to
variables: { customer: { label: customer's name, example: Ms Li } }
---

<Say>

Good morning, {customer}.

</Say>

<Ask>Why now?</Ask>

<Note title="Mind">

Read [pricing](pricing.mdx#no-such "t") and ~~this~~ first[^1].

</Note>

<Branch>

<When says="Too expensive." to="../objections/too-expensive.mdx">Ask first.</When>

</Branch>

<Checklist title="Before">

- [ ] one
- [x] two

</Checklist>

<Tabs>

<Tab label="Small">

Ten.

</Tab>

</Tabs>

The target is <KpiValue kpi="win-rate" />; a <Term id="lead">lead</Term> is a start.

<DocLink to="pricing.mdx" />

<details>
<summary>Why</summary>

Because.

</details>

<Figure src="plans.svg" alt="Plans" caption="Our plans" />

| a | b |
| - | -: |
| 1 | 2 |

[^1]: Really.
`,
  );
  expect((await read("guides/all.md")).replace(/plans\.[0-9a-f]{16}/g, "plans.HASH")).toMatchInlineSnapshot(`
    "---
    url: https://acorn.example/guides/all/
    lang: en
    title: All
    summary: Every component.
    owner: sales-rep
    reviewed: 2026-11-01
    audience: internal
    kind: how-to
    variables: { customer: { label: customer's name, example: Ms Li } }
    ---

    # All

    Every component.

    > **Say:** Good morning, \`{customer's name}\`.

    > **Ask:** Why now?

    > **Mind:** Read [pricing](https://acorn.example/guides/pricing/#no-such "t") and ~~this~~ first[^1].

    - **Too expensive.** → [Too expensive](https://acorn.example/objections/too-expensive/)

      Ask first.

    **Before**

    - [ ] one
    - [x] two

    **Small**

    Ten.

    The target is [–](https://acorn.example/kpis/win-rate/); a lead is a start.

    [Pricing](https://acorn.example/guides/pricing/) — What we charge and how we say it.

    **Why**

    Because.

    ![Plans](https://acorn.example/media/plans.HASH.svg)\\
    *Our plans*

    | a |  b |
    | - | -: |
    | 1 |  2 |

    [^1]: Really.
    "
  `);
});

test("lists every document of a language for language models, with its Markdown copy", async () => {
  expect((await read("llms.txt")).split("\n").slice(0, 6)).toMatchInlineSnapshot(`
    [
      "# Acorn Sales Handbook",
      "",
      "## Sales process",
      "",
      "- [Lead](https://acorn.example/stages/lead.md): Someone asks.",
      "- [Demo](https://acorn.example/stages/demo.md): The buyer sees it.",
    ]
  `);
});

test("gives the whole handbook as JSON in the shape that the README describes", async () => {
  const json = JSON.parse(await read("handbook.json"));
  expect(Object.keys(json)).toEqual(["version", "title", "url", "locales", "documents"]);
  const document = json.documents.find((one: { key: string }) => one.key === "en/kpis/win-rate");
  expect({ ...document, data: Object.keys(document.data).slice(0, 3) }).toMatchInlineSnapshot(`
    {
      "collection": "kpis",
      "data": [
        "title",
        "summary",
        "owner",
      ],
      "headings": [],
      "id": "win-rate",
      "key": "en/kpis/win-rate",
      "locale": "en",
      "markdown": "https://acorn.example/kpis/win-rate.md",
      "url": "https://acorn.example/kpis/win-rate/",
      "usedIn": [
        "en/stages/lead",
        "en/stages/demo",
        "en/stages/closing",
      ],
      "words": 0,
    }
  `);
});

test("leads old paths to where the document is now", async () => {
  write(
    content,
    "en/guides/moved.mdx",
    "---\ntitle: Moved\nsummary: It moved.\nowner: sales-rep\nreviewed: 2026-11-01\naudience: internal\nkind: how-to\nredirectFrom: [/old/place/]\n---\n\nText.\n",
  );
  const page = await read("old/place/index.html");
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/guides/moved/">');
});

async function read(file: string): Promise<string> {
  const found = listExports(readFolder(content)).find((one) => one.file === file);
  if (!found) throw new Error(`${file} is not written.`);
  return found.write();
}
