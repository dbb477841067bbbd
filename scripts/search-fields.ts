/**
 * Readies an article for excerpts, which have neither columns nor boxes: names, values, cells and lines end as sentences
 * end (`Input · Source.`, `Stalled after: 14 days.`), what is not to be said says so in front of each line
 * (`Avoid: Promise a date.`), and the options of a quiz, most of which are wrong, are left out.
 */
export function readyForExcerpts(article: string): string {
  return endFields(markDonts(leaveOutOptions(article)));
}

function leaveOutOptions(article: string): string {
  return article.replace(/<quiz-set\b.*<\/quiz-set>|<div[^>]* data-quiz\b.*/s, (lesson) =>
    lesson.replace(/<ul[^>]*contains-task-list[^>]*>.*?<\/ul>/gs, (list) => (/<input[^>]* checked/.test(list) ? "" : list)),
  );
}

/** The elements that mark where a text that is not to be said or done begins, from 1, and where it ends. */
function markDonts(article: string): string {
  let count = 0;
  const begin = (cue: string) => `<span id="dont-${++count}"></span>${cue}${colonFor(cue)} `;
  const end = () => `<span id="done-${count}"></span>`;
  const boxed = replaceElements(
    article,
    "div",
    // An old text may say that the box is new.
    /<div class="callout" data-kind="dont"[^>]*><p class="cue">(?:<ins>)?([^<]*)(?:<\/ins>)?<\/p>/,
    (box, start, cue) => {
      const items = box.slice(start.length).replace(/<li\b[^>]*>\s*(?:<p\b[^>]*>)?|<p\b[^>]*>/g, (tag) => tag + begin(cue));
      return start.replace(/<p.*/s, "") + items + end();
    },
  );
  return replaceElements(boxed, "section", /<section[^>]*><h2 id="factDoNotSay"[^>]*>([^<]*)/, (section, _start, cue) =>
    section.replace(/<p class="(?:[^"]* )?not-said"[^>]*>/g, (tag) => tag + begin(cue)).replaceAll("</li>", () => `${end()}</li>`),
  );
}

/** Replaces the elements called `name` that begin with `start`, whose first group is handed on. */
function replaceElements(
  html: string,
  name: string,
  start: RegExp,
  replace: (element: string, start: string, group: string) => string,
): string {
  const found = start.exec(html);
  if (!found) return html;
  const rest = html.slice(found.index);
  let depth = 0;
  for (const { 0: tag, index } of rest.matchAll(new RegExp(`</?${name}\\b`, "g"))) {
    depth += tag.startsWith("</") ? -1 : 1;
    if (depth > 0) continue;
    const element = rest.slice(0, index);
    return (
      html.slice(0, found.index) + replace(element, found[0], found[1] ?? "") + replaceElements(rest.slice(index), name, start, replace)
    );
  }
  return html;
}

function endFields(article: string): string {
  return article
    .replace(/(<p class="cue">)([^<]*[^<:：])<\/p>/g, (_found, tag: string, cue: string) => `${tag}${cue}${colonFor(cue)}</p>`)
    .replace(
      /(<a [^>]*>\s*<span class="soft">)([^<]+)(?=<\/span> <span)/g,
      (_found, tag: string, kind: string) => tag + kind + colonFor(kind),
    )
    .replaceAll('</strong> <span class="soft">', '</strong> · <span class="soft">')
    .replace(ends, (found, last: string, between: string, name: string, cell = "") => {
      if (unended.test(last) || (cell && closing.test(last))) return `${last}${signFor(last, name, cell)}${between}</${name}>${cell}`;
      return found;
    });
}

/** What is last in a field, with the ends of the elements within it; a value may hold another block, which ends by itself. */
const ends = /(\S)((?:\s|<\/?(?:a|b|code|em|span|strong|term-tip|time)\b[^>]*>)*)<\/(dt|dd|th|td|li|p|summary)>(\s*<t[dh]\b)?/g;
/** What is quoted ends with its quotation marks, but for a cell, which another one follows. */
const closing = /["”’」』]/u;
const unended = /[^\s<>.,:;!?…。，、：；！？·"”’」』]/u;

function signFor(last: string, name: string, cell: string): string {
  if (cell) return " ·";
  if (name === "dt" || name === "summary") return colonFor(last);
  return isChinese(last) ? "。" : ".";
}

function colonFor(text: string): string {
  return isChinese(text) ? "：" : ":";
}

function isChinese(text: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text);
}
