import { type Locale, localeNames } from "#model/fields.ts";

/** The request by which a change was proposed: a pull request of GitHub or a merge request of GitLab. */
export interface Request {
  kind: "pull" | "merge";
  number: number;
}

/** What people wrote about a change. */
export interface Message {
  /** The first line; for a merged request its title. */
  subject: string;
  /** The same in other languages, as trailers such as `Subject-zh-CN: 写明价格` have it; missing where there is none. */
  translations?: Partial<Record<Locale, string>> | undefined;
  request: Request | undefined;
}

/** Reads a commit's message as GitHub and GitLab write it when they merge or squash a request. */
export function readMessage(message: string): Message {
  return { ...readOwnSubject(message), translations: readTranslations(message) };
}

function readOwnSubject(message: string): Omit<Message, "translations"> {
  const [first = "", ...rest] = message.trim().split(/\n[ \t]*\n/);
  const subject = cleanLine(first);
  const title = cleanLine(rest[0]?.split("\n")[0] ?? "");
  const merge = readNumber(/^See merge request \S*!(\d{1,9})$/m, message);
  if (merge) {
    const titled = title !== "" && /^Merge branch /.test(subject) && !/^See merge request /.test(title);
    return { subject: titled ? title : subject, request: { kind: "merge", number: merge } };
  }
  const pull = readNumber(/^Merge pull request #(\d{1,9}) from /, subject);
  if (pull) return { subject: title || subject, request: { kind: "pull", number: pull } };
  const [, plain, sign, number] = /^(.*\S) \(([#!])(\d{1,9})\)$/.exec(subject) ?? [];
  if (plain) return { subject: plain, request: { kind: sign === "#" ? "pull" : "merge", number: Number(number) } };
  return { subject, request: undefined };
}

/** Trailers stand in the lines at the end, but whoever merges may add to them: https://git-scm.com/docs/git-interpret-trailers */
function readTranslations(message: string): Message["translations"] {
  const found: Message["translations"] = {};
  for (const locale of localeNames) {
    const line = new RegExp(`^Subject-${locale}:(.*)$`, "im").exec(message.replaceAll("\r", ""))?.[1];
    const text = cleanLine(line ?? "");
    if (text) found[locale] = text;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function readNumber(pattern: RegExp, text: string): number | undefined {
  const number = pattern.exec(text)?.[1];
  return number ? Number(number) : undefined;
}

/** The names of people, one in each line such as `Li Wei <li@example.com>`, each once. */
export function readNames(lines: string): string[] {
  return [...new Set(lines.split("\n").flatMap((one) => readName(one) ?? []))];
}

/** A person's name without e-mail addresses; undefined where nothing else is there. */
export function readName(text: string): string | undefined {
  const words = cleanLine(text.replace(/<[^>]*>?/g, " ")).split(" ");
  return words.filter((one) => !one.includes("@")).join(" ") || undefined;
}

/** Without line breaks, controls of terminals, and marks that would turn the direction of the text around it. */
function cleanLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}
