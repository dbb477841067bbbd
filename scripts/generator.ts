import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the generator itself. */
export const project = fileURLToPath(new URL("..", import.meta.url));

/** Names the generator's code and what it depends on: whatever is kept from an earlier build holds only while this stays the same. */
export function hashGenerator(): string {
  const hash = createHash("sha256").update(readFileSync(join(project, "package-lock.json")));
  const files = readdirSync(join(project, "src"), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  for (const file of files.map((one) => join(one.parentPath, one.name)).sort())
    hash.update(file.slice(project.length)).update(readFileSync(file));
  return hash.digest("base64url").slice(0, 16);
}

/** Where what is kept between builds of the content folder `root` lies; it may be deleted at any time. */
export function cacheFolder(root: string): string {
  return join(project, ".sopbook", createHash("sha256").update(root).digest("hex").slice(0, 16));
}
