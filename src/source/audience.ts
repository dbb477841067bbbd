import type { Document } from "#model/document.ts";
import type { Settings } from "#model/settings.ts";
import type { Content } from "#source/content.ts";
import type { Memory } from "#source/memory.ts";

/** What one audience may read of the content. */
export interface GatedContent extends Content {
  audience: string;
  /** Documents that are kept back, by `documentKey`, with the audience that may read them, or `draft`. */
  withheld: ReadonlyMap<string, string>;
  /** What earlier builds worked out of texts that do not change any more. */
  memory?: Memory | undefined;
}

/** Keeps back everything that readers of `audience` may not see; nothing behind this gate can show it. */
export function gateContent(content: Content, audience: string, { drafts = false } = {}): GatedContent {
  const withheld = new Map<string, string>();
  const documents = content.documents.filter((document) => {
    const readable = mayRead(content.settings, audience, document.audience);
    if (readable && (drafts || !document.data.draft)) return true;
    withheld.set(documentKey(document), readable ? "draft" : document.audience);
    return false;
  });
  const used = new Set(documents.flatMap((one) => one.pictures));
  const pictures = new Map([...content.pictures].filter(([file]) => used.has(file)));
  const { logo } = content.theme;
  if (logo) pictures.set(logo.file, logo);
  return { ...content, documents, pictures, audience, withheld };
}

/** Whether readers of `audience` may see what is meant for `target`; audiences go from the widest to the most restricted. */
export function mayRead({ audiences }: Settings, audience: string, target: string): boolean {
  return audiences.includes(target) && audiences.indexOf(target) <= audiences.indexOf(audience);
}

/** Names a document: `<locale>/<collection>/<id>`. */
export function documentKey({ address: { locale, collection, id } }: Pick<Document, "address">): string {
  return `${locale}/${collection}/${id}`;
}
