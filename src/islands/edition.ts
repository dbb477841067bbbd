/** Where an address asks for an edition, the page goes on in it; the code for that is loaded only then. */
const bar = document.querySelector<HTMLElement>("edition-bar");
const asked = new URLSearchParams(location.search).get("edition");

if (bar && asked && /^[\p{Ll}\p{Lo}\p{N}-]+$/u.test(asked)) {
  void import("./edition-reading.ts").then(({ readInEdition }) => readInEdition(bar, asked)).catch(() => undefined);
}
