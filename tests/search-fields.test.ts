import { expect, test } from "vitest";
import { endFields } from "../scripts/search-fields.ts";

test.each([
  ["names and values", "<dt>Stalled after</dt><dd>14 days</dd>", "<dt>Stalled after:</dt><dd>14 days.</dd>"],
  ["Chinese names and values", "<dt>超时找谁</dt><dd><a>销售经理</a></dd>", "<dt>超时找谁：</dt><dd><a>销售经理。</a></dd>"],
  [
    "the cells of a row",
    "<tr><th>Won <span>(count)</span></th><td>CRM</td><td>36</td></tr>",
    "<tr><th>Won <span>(count) ·</span></th><td>CRM ·</td><td>36.</td></tr>",
  ],
  [
    "items with spaces at their end",
    "<li><a> <span>Tool</span> <span>CRM</span> </a></li>",
    "<li><a> <span>Tool</span> <span>CRM.</span> </a></li>",
  ],
  [
    "nothing that ends by itself",
    "<li>Done!</li><dd><ul><li>a.</li></ul></dd><td></td>",
    "<li>Done!</li><dd><ul><li>a.</li></ul></dd><td></td>",
  ],
])("ends %s", (_what, article, ended) => {
  expect(endFields(article)).toBe(ended);
});
