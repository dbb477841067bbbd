import type { Settings } from "#model/settings.ts";
import { mayRead } from "#source/audience.ts";
import { readYaml } from "#source/yaml.ts";

/** What an old text says, whatever today's schema asks for. */
export interface OldText {
  /** The frontmatter as written; missing where the text has none. */
  frontmatter: string | undefined;
  /** Its fields; missing where it is no YAML, or no fields. */
  data: Readonly<Record<string, unknown>> | undefined;
  /** What stands below it. */
  body: string;
}

/** Reads a text that was valid once, or never; it does not throw. */
export function readOldText(source: string): OldText {
  const { frontmatter, body } = splitOldText(source);
  return { frontmatter, data: frontmatter === undefined ? undefined : readFields(frontmatter), body };
}

/** Takes a text apart as `readOldText` does, but does not read its fields. */
export function splitOldText(source: string): Pick<OldText, "frontmatter" | "body"> {
  const [opening, frontmatter] = /^---[ \t]*\n((?:[\s\S]*?\n)??)---[ \t]*(?:\n|$)/.exec(source) ?? [];
  if (opening === undefined || frontmatter === undefined) return { frontmatter: undefined, body: source };
  return { frontmatter, body: source.slice(opening.length) };
}

/** Through JSON, because YAML can say that a value holds itself. */
function readFields(frontmatter: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(JSON.stringify(readYaml(frontmatter, "").value ?? null));
    return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether readers of `audience` may see an old text with these fields. One that names no audience, one that the settings do
 * not know any more, or nothing that can be read was meant for the most restricted audience.
 */
export function mayReadOld(settings: Settings, audience: string, data: OldText["data"], { drafts = false } = {}): boolean {
  if (!drafts && data?.["draft"]) return false;
  const meant = settings.audiences.find((one) => one === data?.["audience"]) ?? settings.audiences.at(-1);
  return meant !== undefined && mayRead(settings, audience, meant);
}
