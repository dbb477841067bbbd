import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { computeContrast } from "#checks/theme.ts";
import { listExports } from "#exports/list-exports.ts";
import { describeHomePage } from "#handbook/home-page.ts";
import { accents, papers } from "#handbook/theme.ts";
import { copyBase, readFolder, write } from "./content-folder.ts";
import { project } from "./command.ts";

let folder: string;
let content: string;

beforeEach(() => {
  ({ folder, content } = copyBase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("knows the colours of the style sheet", () => {
  const tokens = readFileSync(join(project, "src/layouts/tokens.css"), "utf8");
  const pair = (name: string) => new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens)?.slice(1);
  expect([pair("accent"), pair("paper")]).toEqual([Object.values(accents), Object.values(papers)]);
});

test("computes contrast as WCAG does", () => {
  expect(
    [computeContrast("#000000", "#ffffff"), computeContrast("#777777", "#ffffff"), computeContrast("#123456", "#123456")].map((one) =>
      one.toFixed(2),
    ),
  ).toEqual(["21.00", "4.48", "1.00"]);
});

test("gives the site the owners' colours, rules and logo", async () => {
  addSettings('theme: { accent: "#123456", logo: en/guides/plans.svg, stylesheet: own.css }');
  write(content, "own.css", "h1 { letter-spacing: 0 }\n");
  const handbook = readFolder(content);
  const { theme, logo } = describeHomePage(handbook, "en").shell;
  const sheet = listExports(handbook).find((one) => `/${one.file}` === theme);
  expect(await sheet?.write()).toBe(":root { --accent: light-dark(#123456, #6fd0c4); }\nh1 { letter-spacing: 0 }\n");
  expect(logo?.src).toMatch(/^\/media\/plans\.[0-9a-f]{16}\.svg$/);
});

test("links no style sheet where the owners have none", () => {
  expect(describeHomePage(readFolder(content), "en").shell).toMatchObject({ theme: undefined, logo: undefined });
});

function addSettings(text: string): void {
  write(content, "handbook.yaml", `${readFileSync(join(content, "handbook.yaml"), "utf8")}${text}\n`);
}
