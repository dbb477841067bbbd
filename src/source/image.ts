import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { imageSize } from "image-size";

/** A picture of the content folder; `name` is that of its published copy and changes with its bytes. */
export interface Picture {
  file: string;
  name: string;
  /** Pixels. */
  width: number;
  height: number;
}

const formats: Readonly<Record<string, string>> = { png: "png", jpg: "jpg", webp: "webp", avif: "avif", gif: "gif", svg: "svg" };

/** Measures an image of the content folder; throws with a reason where it is none that can be published. */
export function readPicture(root: string, file: string): Picture {
  const bytes = readFileSync(join(root, file));
  const { width, height, type } = measure(bytes);
  const extension = formats[type ?? ""];
  if (!extension) throw new Error("it is not in a format that browsers show");
  if (!width || !height) throw new Error("its size can't be told");
  if (extension === "svg" && isActive(bytes.toString("utf8"))) throw new Error("it holds scripts or links to elsewhere");
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const stem = file
    .split("/")
    .at(-1)
    ?.slice(0, -extname(file).length)
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, "-");
  return { file, name: `${stem}.${hash}.${extension}`, width: Math.round(width), height: Math.round(height) };
}

function measure(bytes: Buffer) {
  try {
    return imageSize(bytes);
  } catch {
    throw new Error("it is not an image");
  }
}

/** An SVG opened by itself is a document that could run code. */
function isActive(svg: string): boolean {
  return /<(?:script|foreignObject|iframe|object|embed|handler|set|animate)\b|\son[a-z]+\s*=|javascript:|<!ENTITY|(?:href|src)\s*=\s*["']?\s*(?!#|data:image\/(?:png|jpeg|webp|gif))[^"'\s>]/i.test(
    svg,
  );
}
