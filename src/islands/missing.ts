/** The page for addresses that lead nowhere is the same for all: the address tells the language of who reads it. */
const other = [...document.querySelectorAll<HTMLTemplateElement>("template[data-home]")].find(({ dataset }) =>
  location.pathname.startsWith(dataset["home"] ?? ""),
);

if (other) {
  document.documentElement.lang = other.lang;
  document.title = other.dataset["title"] ?? document.title;
  for (const part of [".header", ".footer", ".bar", "#siteSearch"]) {
    const own = other.content.querySelector(part);
    if (own) document.querySelector(part)?.replaceWith(own);
  }
  const section = document.querySelector(`.missing[lang="${other.lang}"]`);
  section?.parentElement?.prepend(section);
}
document.querySelector(".missing")?.parentElement?.setAttribute("data-sorted", "");

export {};
