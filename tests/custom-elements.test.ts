import { parseAst } from "vitest/node";
import { expect, test } from "vitest";
import { writeElements } from "../scripts/custom-elements.ts";

const write = (code: string) => writeElements(code, parseAst(code));
const imported = 'import { spreadAttributes as $$spreadAttributes } from "astro/runtime/server/index.js";\n';

test("writes custom elements into templates, also those in one another", () => {
  const inner = '$$renderComponent($$result, "copy-text", "copy-text", {"class": "copy"})';
  const slot = `{"default": async ($$result) => $$render\`<p>\${${inner}}</p>\`}`;
  expect(write(`$$render\`\${$$renderComponent($$result, 'tab-set', 'tab-set', {"id": id, ...rest}, ${slot})} b\`;`)).toBe(
    `${imported}$$render\`\${$$render\`<tab-set\${$$spreadAttributes({"id": id, ...rest})}>\${(async ($$result) => $$render\`<p>\${$$render\`<copy-text\${$$spreadAttributes({"class": "copy"})}></copy-text>\`}</p>\`)($$result)}</tab-set>\`} b\`;`,
  );
});

test("imports what it needs once", () => {
  const code = `${imported}$$renderComponent($$result, "tab-set", "tab-set", {});`;
  expect(write(code)).toBe(`${imported}$$render\`<tab-set\${$$spreadAttributes({})}></tab-set>\`;`);
});

test.for([
  '$$renderComponent($$result, "Note", Note, {"title": title});',
  '$$renderComponent($$result, "tab-set", TabSet, {});',
  '$$renderComponent($$result, "tab-set", "tab-set", {}, {"default": () => $$render``, "end": () => $$render``});',
  '$$renderComponent($$result, "tab-set", "tab-set", {}, slots);',
  '$$renderComponent($$result, "Fragment", Fragment, {}, {"default": () => $$render`a`});',
])("leaves all else as it is: %s", (code) => {
  expect(write(code)).toBe(code);
});
