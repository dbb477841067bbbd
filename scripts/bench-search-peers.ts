import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { type Locale, localeNames } from "#model/fields.ts";
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
  peer.takeText({
    copies,
    titles,
    starts: localeNames.map((locale) => ({
      stem: `${home(locale).slice(1)}index`,
      locale,
      title: titles[locale],
      tagline: titles[locale],
      body: "",
      base: "",
    })),
  });
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

/** Their boxes don't say when an answer is complete: it is what they show once nothing has changed and nothing was fetched for a while. */
function askIn(parts: Parts): SearchBox["ask"] {
  return async (page, query) => {
    const network = watchNetwork(page);
    await openBox(page, parts);
    await page.evaluate(typeInto, { ...parts, query });
    for (;;) {
      await wait(40);
      const { elapsed, quiet } = await page.evaluate(readChanges);
      const busy = network.open > 0 || Date.now() - network.last < rest;
      if (elapsed > most || (elapsed > least && quiet > rest && !busy)) break;
    }
    return page.evaluate(readAnswer, parts);
  };
}

/** How long, in milliseconds, a box has at least and at most, and how long nothing must happen. */
const [least, most, rest] = [700, 30_000, 500];

interface Network {
  open: number;
  last: number;
}

const networks = new WeakMap<Page, Network>();

function watchNetwork(page: Page): Network {
  const known = networks.get(page);
  if (known) return known;
  const network: Network = { open: 0, last: 0 };
  networks.set(page, network);
  const change = (by: number) => () => {
    network.open += by;
    network.last = Date.now();
  };
  page.on("request", change(1)).on("requestfinished", change(-1)).on("requestfailed", change(-1));
  return network;
}

async function openBox(page: Page, { opener, input }: Parts): Promise<void> {
  const field = page.locator(input).first();
  if (opener && !(await field.isVisible())) await page.locator(opener).first().click();
  await field.waitFor();
}

/** What a page notes while its box works. */
interface Noted extends Window {
  typed: number;
  changed: number;
  noted?: MutationObserver;
}

// What follows runs in the page, so each function holds all that it needs.

function typeInto({ input, scope, query }: Parts & { query: string }): void {
  const field = document.querySelector<HTMLInputElement>(input);
  const area = document.querySelector(scope);
  if (!field || !area) throw new Error("The page has no field for a search.");
  const noted = window as unknown as Noted;
  noted.noted?.disconnect();
  noted.noted = new MutationObserver(() => (noted.changed = performance.now()));
  noted.noted.observe(area, { subtree: true, childList: true, characterData: true });
  field.focus();
  noted.typed = noted.changed = performance.now();
  // Frameworks that keep the value themselves must not notice that it was set for them.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, query);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function readChanges(): { elapsed: number; quiet: number } {
  const { typed, changed } = window as unknown as Noted;
  return { elapsed: performance.now() - typed, quiet: performance.now() - changed };
}

function readAnswer({ scope, link }: Parts): Answer {
  const { typed, changed } = window as unknown as Noted;
  const paths = [...document.querySelectorAll<HTMLAnchorElement>(`${scope} :is(${link})`)].map((one) => one.pathname);
  return { paths, match: paths.length > 0 ? "exact" : "none", milliseconds: changed - typed };
}
