import { writeDate } from "./date.ts";
import { type EditionDocument, type EditionFile, loadEdition, type ReadingWords } from "./edition-file.ts";
import { element } from "./element.ts";

/** Lets the links of a page, its neighbours and its search go on in an edition, and says in `bar` which one it is. */
export async function readInEdition(bar: HTMLElement, id: string): Promise<void> {
  const edition = await loadEdition(bar.dataset["root"] ?? "/", id);
  if (!edition) return;
  const place = edition.documents.findIndex((one) => one.of === bar.dataset["of"]);
  const here = edition.documents[place];
  // The text that the edition had may have got a page of its own since someone kept this address.
  if (here && readPath(here.path) !== readPath(location.href)) return location.replace(here.path + location.hash);
  const { words } = edition;
  leadLinks(edition);
  if (here) showNeighbours(edition.documents[place - 1], edition.documents[place + 1], words);
  askInEdition(edition);
  markChoice(bar, edition);
  const notice = here && document.querySelector<HTMLElement>(".old-notice");
  if (notice) tellInNotice(notice, bar, edition);
  else bar.append(makeBanner(bar, edition, here ? words.reading : words.foreign));
}

/** A path without what servers leave out or add at its end. */
function readPath(url: string): string {
  return new URL(url, location.href).pathname.replace(/(?:\/index\.html|\/)$/, "");
}

/** Links to documents lead to them as they were, those to sections to the table of contents; what belongs to today stays. */
function leadLinks(edition: EditionFile): void {
  const targets = new Map(edition.documents.map((one) => [readPath(one.of), one.path]));
  for (const [section, path] of Object.entries(edition.sections)) targets.set(readPath(section), path);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    if (
      link.origin !== location.origin ||
      link.getAttribute("href")?.startsWith("#") ||
      link.closest("[data-stay], .old-links, .old-neighbours")
    )
      continue;
    const target = targets.get(readPath(link.href));
    if (link.matches(".header-language")) link.search = `?edition=${encodeURIComponent(edition.id)}`;
    else if (target) link.href = target.includes("#") ? target : target + link.hash;
  }
}

function showNeighbours(previous: EditionDocument | undefined, next: EditionDocument | undefined, words: ReadingWords): void {
  const nav = element("nav", "neighbours", "");
  nav.setAttribute("aria-label", words.neighbours);
  if (previous) nav.append(makeNeighbour(previous, "prev", `← ${words.previous}`));
  if (next) nav.append(makeNeighbour(next, "next", `${words.next} →`));
  const today = document.querySelector(".neighbours");
  if (today) today.replaceWith(nav);
  else document.querySelector("main .article")?.after(nav);
}

function makeNeighbour({ path, title, lang }: EditionDocument, rel: "prev" | "next", words: string): HTMLAnchorElement {
  const link = element("a", rel === "next" ? "neighbours-next" : "", "");
  const name = element("span", "", title);
  if (lang) name.lang = lang;
  link.href = path;
  link.rel = rel;
  link.append(element("span", "soft", words), name);
  return link;
}

/** The searches of the page look into the edition, and no more into the current text. */
function askInEdition({ name, search, index, suffix, words }: EditionFile): void {
  const label = words.searchIn.replace("{name}", () => name);
  for (const field of document.querySelectorAll<HTMLElement>("site-search")) {
    Object.assign(field.dataset, { index, suffix });
    const [form, input] = [field.querySelector("form"), field.querySelector("input")];
    if (form) Object.assign(form, { action: search, ariaLabel: label });
    if (input) Object.assign(input, { placeholder: words.searchHint.replace("{name}", () => name), ariaLabel: label });
  }
}

function markChoice(bar: HTMLElement, { id }: EditionFile): void {
  for (const link of bar.querySelectorAll<HTMLAnchorElement>(".edition-choices a")) {
    if (new URL(link.href).searchParams.get("edition") === id) link.setAttribute("aria-current", "true");
  }
}

/** The notice above an old text says of which edition it is too, so that there is one box and not two. */
function tellInNotice(notice: HTMLElement, bar: HTMLElement, edition: EditionFile): void {
  const old = !notice.classList.contains("old-notice-current");
  notice.querySelector("strong")?.replaceChildren(fillIn(old ? edition.words.old : edition.words.reading, edition, notice));
  notice.querySelector(".old-editions")?.remove();
  const history = notice.querySelector(".old-history") ?? "";
  notice.querySelector(".old-links")?.replaceChildren(...makeLinks(bar, edition), history);
}

function makeBanner(bar: HTMLElement, edition: EditionFile, told: string): HTMLElement {
  const banner = element("div", "edition-banner", "");
  const line = element("p", "", "");
  const links = element("p", "edition-facts", "");
  line.append(element("strong", "", fillIn(told, edition)));
  links.append(...makeLinks(bar, edition));
  banner.append(line, links);
  return banner;
}

function fillIn(told: string, { name, date }: EditionFile, notice?: HTMLElement): string {
  const values = {
    "{name}": name,
    "{date}": writeDate(new Date(date), "UTC").replaceAll(" ", "\u00a0"),
    "{revision}": notice?.dataset["revision"] ?? "",
  };
  return told.replace(/\{\w+\}/g, (written) => values[written as keyof typeof values] ?? written);
}

/** The ways out of the edition first, then those within it. */
function makeLinks(bar: HTMLElement, { path, newer, words }: EditionFile): HTMLElement[] {
  const own = bar.dataset["of"] ?? "";
  return [
    "living" in bar.dataset ? makeLink(own, words.leave) : element("span", "", words.gone),
    ...(newer
      ? [
          makeLink(
            `${own}?edition=${encodeURIComponent(newer.id)}`,
            words.newer.replace("{name}", () => newer.name),
          ),
        ]
      : []),
    makeLink(path, words.contents),
  ];
}

function makeLink(href: string, text: string): HTMLAnchorElement {
  const link = element("a", "", text);
  link.href = href;
  link.dataset["stay"] = "";
  return link;
}
