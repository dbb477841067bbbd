import { absoluteUrl, pathOf } from "#handbook/addresses.ts";
import type { Request } from "#history/message.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";
import type { Settings } from "#model/settings.ts";

/** A way to tell the owners what is wrong with a document. */
export interface FeedbackTarget {
  channel: "issue" | "email";
  href: string;
}

interface Report {
  title: string;
  body: string;
  labels: readonly string[];
}

/** Each forge as small functions over the repository's address. */
const forges = {
  github: {
    issue: (repository: string, { title, body, labels }: Report) =>
      `${repository}/issues/new?${query({ title, body, ...(labels.length > 0 && { labels: labels.join(",") }) })}`,
    edit: (repository: string, branch: string, file: string) => `${repository}/edit/${encodePath(branch)}/${encodePath(file)}`,
    request: { kind: "pull", url: (repository: string, number: number) => `${repository}/pull/${number}` },
  },
  gitlab: {
    issue: (repository: string, { title, body, labels }: Report) =>
      `${repository}/-/issues/new?${query({
        "issue[title]": title,
        "issue[description]": labels.length > 0 ? `${body}\n\n/label ${labels.map((one) => `~"${one}"`).join(" ")}` : body,
      })}`,
    edit: (repository: string, branch: string, file: string) => `${repository}/-/edit/${encodePath(branch)}/${encodePath(file)}`,
    request: { kind: "merge", url: (repository: string, number: number) => `${repository}/-/merge_requests/${number}` },
  },
} as const;

/** The feedback links of a document, filled in with its title, id, locale and address. */
export function listFeedbackTargets(settings: Settings, document: Document): FeedbackTarget[] {
  const { locale, collection, id } = document.address;
  const address = absoluteUrl(settings, pathOf(settings, { page: "document", ...document.address }));
  const report = {
    title: locale === "zh-CN" ? `反馈：${document.data.title}` : `Feedback: ${document.data.title}`,
    body: `${collection}/${id} (${locale})\n${address}\n\n`,
  };
  return listTargets(settings, report);
}

/** Where to say what search did not find: an address in which `%7Bquery%7D` stands for what was asked. */
export function searchReport(settings: Settings, locale: Locale): string | undefined {
  const title = locale === "zh-CN" ? "搜不到：{query}" : "Not found: {query}";
  const body = `${absoluteUrl(settings, pathOf(settings, { page: "search", locale }))}?q={query}\n\n`;
  return listTargets(settings, { title, body })[0]?.href;
}

function listTargets(settings: Settings, report: Omit<Report, "labels">): FeedbackTarget[] {
  return (settings.feedback ?? []).flatMap((one): FeedbackTarget[] => {
    if (one.channel === "email") {
      return [
        {
          channel: "email",
          href: `mailto:${encodeURIComponent(one.to).replace("%40", "@")}?${query({ subject: report.title, body: report.body })}`,
        },
      ];
    }
    if (!settings.repository) return [];
    const repository = settings.repository.url.replace(/\/$/, "");
    return [{ channel: "issue", href: forges[settings.repository.forge].issue(repository, { ...report, labels: one.labels ?? [] }) }];
  });
}

/** Where the document's file can be edited on the forge. */
export function editUrl(settings: Settings, document: Document): string | undefined {
  if (!settings.repository) return undefined;
  const { forge, url, branch, folder } = settings.repository;
  const file = [folder.replace(/^\/|\/$/g, ""), document.file].filter(Boolean).join("/");
  return forges[forge].edit(url.replace(/\/$/, ""), branch, file);
}

/** Where a change was proposed; undefined where the forge of the settings has no such requests. */
export function requestUrl({ repository }: Settings, { kind, number }: Request): string | undefined {
  if (!repository) return undefined;
  const { request } = forges[repository.forge];
  return request.kind === kind ? request.url(repository.url.replace(/\/$/, ""), number) : undefined;
}

/** Spaces as %20, because mail programs show a plus sign as it is. */
function query(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
