import type { Page } from "playwright-core";
import type { Locale } from "#model/fields.ts";
import type { Copy } from "./bench-copies.ts";
import { openDocusaurus } from "./bench-docusaurus.ts";
import type { Peer } from "./bench-peers.ts";
import type { Answer, SearchBox } from "./bench-search-box.ts";
import type { SearchSite } from "./bench-search-measure.ts";
import { openStarlight } from "./bench-starlight.ts";
import { openVitePress } from "./bench-vitepress.ts";

export const peerNames = ["starlight", "vitepress", "docusaurus"] as const;
export type PeerName = (typeof peerNames)[number];

/** Builds the text of our site with another generator, whose own search box is asked then. */
export async function buildPeer(
  name: PeerName,
  folder: string,
  copies: readonly Copy[],
  titles: Record<Locale, string>,
): Promise<SearchSite> {
  const { open, index, box } = peers[name];
  const peer = open(folder);
  peer.takeText({ copies, titles, taglines: titles });
  await peer.build();
  peer.countPages(copies.length);
  return { box: { ...box, name: peer.name }, folder: peer.output, base: "/", index };
}

interface Known {
  open(folder: string): Peer;
  index: RegExp;
  box: Omit<SearchBox, "name">;
}

const home = (locale: Locale) => (locale === "zh-CN" ? "/" : "/en/");

const peers: Record<PeerName, Known> = {
  starlight: {
    open: (folder) => openStarlight(folder, "collections", "md"),
    index: /^pagefind\//,
    box: {
      path: home,
      ask: askIn({
        opener: "button[data-open-modal]",
        input: ".pagefind-ui__search-input",
        scope: "dialog",
        link: ".pagefind-ui__result-title > a.pagefind-ui__result-link",
      }),
    },
  },
  vitepress: {
    open: (folder) => openVitePress(folder, "collections"),
    index: /localSearchIndex/,
    box: {
      path: home,
      ask: askIn({
        opener: "#local-search button, button.VPNavBarSearchButton",
        input: "#localsearch-input",
        scope: ".VPLocalSearchBox",
        link: ".results a.result",
      }),
    },
  },
  docusaurus: {
    open: openDocusaurus,
    index: /(?:^|\/)search-index[^/]*\.json$/,
    box: {
      path: (locale) => `${home(locale)}search/`,
      ask: askIn({ input: "main input[type=search], .container input[type=search]", scope: "body", link: "article h2 a, section a[href]" }),
    },
  },
};

interface Parts {
  /** What opens the box; missing where it is always open. */
  opener?: string;
  input: string;
  /** The element in which results appear. */
  scope: string;
  link: string;
}

/** Their boxes don't say when an answer is complete: it is what they show once nothing has changed for a while. */
function askIn(parts: Parts): SearchBox["ask"] {
  return async (page, query) => {
    await openBox(page, parts);
    return page.evaluate(typeAndWait, { ...parts, query });
  };
}

async function openBox(page: Page, { opener, input }: Parts): Promise<void> {
  const field = page.locator(input).first();
  if (opener && !(await field.isVisible())) await page.locator(opener).first().click();
  await field.waitFor();
}

/** Runs in the page, so it holds all that it needs. */
function typeAndWait({ input, scope, link, query }: Parts & { query: string }): Promise<Answer> {
  const [least, quiet, most] = [700, 500, 20_000];
  const field = document.querySelector<HTMLInputElement>(input);
  const area = document.querySelector(scope);
  if (!field || !area) throw new Error("The page has no field for a search.");
  field.focus();
  const start = performance.now();
  let last = start;
  const observer = new MutationObserver(() => (last = performance.now()));
  observer.observe(area, { subtree: true, childList: true, characterData: true });
  // Frameworks that keep the value themselves must not notice that it was set for them.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, query);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return new Promise((resolve) => {
    const look = setInterval(() => {
      const now = performance.now();
      if (now - start < most && (now - start < least || now - last < quiet)) return;
      clearInterval(look);
      observer.disconnect();
      const paths = [...area.querySelectorAll<HTMLAnchorElement>(link)].map((one) => one.pathname);
      resolve({ paths, match: paths.length > 0 ? "exact" : "none", milliseconds: last - start });
    }, 20);
  });
}
