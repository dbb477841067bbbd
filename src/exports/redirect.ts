import { absoluteUrl, redirectFile } from "#handbook/addresses.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { planRedirects } from "#handbook/plan.ts";

/** For each old path the file that leads from it to where the document is now. */
export function listRedirects(handbook: Handbook): { file: string; text: string }[] {
  const { settings } = handbook;
  return [...planRedirects(handbook)].map(([from, to]) => ({
    file: redirectFile(settings, from),
    text: writeRedirect(to, absoluteUrl(settings, to)),
  }));
}

function writeRedirect(path: string, url: string): string {
  const [to, canonical] = [escape(path), escape(url)];
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Moved</title>
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url=${to}">
    <link rel="canonical" href="${canonical}">
  </head>
  <body>
    <p><a href="${to}">${canonical}</a></p>
  </body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
