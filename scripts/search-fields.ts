/**
 * Ends the names and values of facts and the cells of tables in an article as sentences end, so that an excerpt, which has
 * no columns, doesn't read as one long word: `Input · Source.`, `Stalled after: 14 days.`
 */
export function endFields(article: string): string {
  return article.replace(ends, (found, last: string, between: string, name: string, cell = "") => {
    if (unended.test(last)) return `${last}${signFor(last, name, cell)}${between}</${name}>${cell}`;
    return found;
  });
}

/** What is last in a field, with the ends of the elements within it; a value may hold another block, which ends by itself. */
const ends = /(\S)((?:\s|<\/?(?:a|b|code|em|span|strong|term-tip|time)\b[^>]*>)*)<\/(dt|dd|th|td|li)>(\s*<t[dh]\b)?/g;
const unended = /[^\s<>.,:;!?…。，、：；！？·]/u;

function signFor(last: string, name: string, cell: string): string {
  if (cell) return " ·";
  const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(last);
  if (name === "dt") return chinese ? "：" : ":";
  return chinese ? "。" : ".";
}
