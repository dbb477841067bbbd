import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the generator itself. */
export const project = fileURLToPath(new URL("..", import.meta.url));

/** Names the generator's code and what it depends on: whatever is kept from an earlier build holds only while this stays the same. */
export function hashGenerator(): string {
  return (version ??= readVersion());
}

/** Read once, because that is the code that this process has loaded. */
let version: string | undefined;

function readVersion(): string {
  const hash = createHash("sha256");
  const folders = ["src", "scripts", "public"].flatMap((name) =>
    readdirSync(join(project, name), { recursive: true, withFileTypes: true }),
  );
  const files = folders.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  for (const file of [join(project, "package-lock.json"), join(project, "astro.config.mjs"), ...files].sort())
    hash.update(file.slice(project.length)).update(readFileSync(file));
  return hash.digest("base64url").slice(0, 16);
}

/** Where what is kept between builds of the content folder `root` lies; it may be deleted at any time. */
export function cacheFolder(root: string): string {
  return join(project, ".sopbook", createHash("sha256").update(root).digest("hex").slice(0, 16));
}
