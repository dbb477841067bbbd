import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { listFiles } from "./output.ts";

export const transferKinds = ["html", "css", "js", "fonts", "images", "other"] as const;
export type TransferKind = (typeof transferKinds)[number];

/** One answer as it went over the wire. */
export interface Transfer {
  path: string;
  kind: TransferKind;
  /** With its head, after compression. */
  bytes: number;
  /** Asked for another page, before its reader goes there. */
  ahead: boolean;
  /** The site has no such file. */
  lost: boolean;
}

export interface CountingServer {
  /** Without the slash at its end. */
  origin: string;
  /** What was sent since the last call. */
  take(): Transfer[];
  close(): void;
}

/** Serves a built site as a static host does: texts after gzip, named files kept for ever, pages asked for again each time. */
export async function serveCounting(folder: string, base: string): Promise<CountingServer> {
  const files = new Set(listFiles(folder).map((one) => one.path));
  const bodies = new Map<string, Body>();
  const load = (file: string) => {
    const body = bodies.get(file) ?? makeBody(file, readFileSync(join(folder, file)));
    bodies.set(file, body);
    return body;
  };
  let sent: Transfer[] = [];
  const server = createServer((request, response) => {
    const { path, file, status } = findFile(request, base, files);
    const body = file === undefined ? notFound : load(file);
    const before = response.socket?.bytesWritten ?? 0;
    const { socket } = response;
    response.once("finish", () => {
      const ahead = /prefetch/.test(`${request.headers["sec-purpose"] ?? ""}${request.headers["purpose"] ?? ""}`);
      sent.push({ path, kind: body.kind, bytes: (socket?.bytesWritten ?? 0) - before, ahead, lost: status === 404 });
    });
    send(response, status, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    take() {
      const taken = sent;
      sent = [];
      return taken;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Body {
  bytes: Buffer;
  kind: TransferKind;
  headers: Record<string, string>;
}

function findFile(request: IncomingMessage, base: string, files: ReadonlySet<string>) {
  const path = decodeURI(new URL(request.url ?? "/", "http://site.invalid").pathname);
  const asked = path.startsWith(base) ? path.slice(base.length) : undefined;
  const found = asked === undefined ? undefined : [asked, `${asked}index.html`, `${asked}/index.html`].find((one) => files.has(one));
  return found === undefined
    ? { path, file: files.has("404.html") ? "404.html" : undefined, status: 404 }
    : { path, file: found, status: 200 };
}

function send(response: ServerResponse, status: number, { bytes, headers }: Body): void {
  response.writeHead(status, { ...headers, "content-length": bytes.length }).end(bytes);
}

function makeBody(file: string, raw: Buffer): Body {
  const [type, kind, compressed] = types[extname(file)] ?? plain;
  const bytes = compressed ? gzipSync(raw) : raw;
  return {
    bytes,
    kind,
    headers: {
      "content-type": type,
      "cache-control": kept.test(file) ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate",
      ...(compressed ? { "content-encoding": "gzip", vary: "Accept-Encoding" } : {}),
    },
  };
}

/** Files whose name changes with what they hold. */
const kept = /^(?:_astro|assets)\//;

/** The media type, what it counts as, and whether hosts compress it. */
const types: Record<string, readonly [string, TransferKind, boolean]> = {
  ".html": ["text/html; charset=utf-8", "html", true],
  ".css": ["text/css; charset=utf-8", "css", true],
  ".js": ["text/javascript; charset=utf-8", "js", true],
  ".mjs": ["text/javascript; charset=utf-8", "js", true],
  ".svg": ["image/svg+xml", "images", true],
  ".png": ["image/png", "images", false],
  ".jpg": ["image/jpeg", "images", false],
  ".webp": ["image/webp", "images", false],
  ".avif": ["image/avif", "images", false],
  ".ico": ["image/x-icon", "images", false],
  ".woff2": ["font/woff2", "fonts", false],
  ".woff": ["font/woff", "fonts", false],
  ".json": ["application/json", "other", true],
  ".xml": ["application/xml", "other", true],
  ".txt": ["text/plain; charset=utf-8", "other", true],
  ".md": ["text/markdown; charset=utf-8", "other", true],
  ".wasm": ["application/wasm", "other", true],
};

const plain = ["application/octet-stream", "other", false] as const;

const notFound = makeBody("404.txt", Buffer.from("Not found"));
