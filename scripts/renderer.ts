import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { PageKind } from "../src/site.ts";
import { exitCodes, Failure } from "./command.ts";
import { hashGenerator, project } from "./generator.ts";

/** The pages as code that renders them, with the styles and scripts that they load. */
export interface Renderer {
  render(kind: PageKind, path: string, page: object): Promise<Uint8Array>;
  /** The folder of the files that pages load, to be copied into the output. */
  assets: string;
}

const folder = join(project, ".sopbook", "renderer");

/**
 * Loads the renderer for sites below the path `base`. It depends on the generator and not on a handbook, so it is compiled
 * once, in a process of its own beside the reading of the content, and kept.
 */
export function openRenderer(base: string): Promise<Renderer> {
  const opened = renderers.get(base) ?? loadRenderer(base);
  renderers.set(base, opened);
  return opened;
}

const renderers = new Map<string, Promise<Renderer>>();

async function loadRenderer(base: string): Promise<Renderer> {
  const compiled = join(folder, createHash("sha256").update(`${hashGenerator()}\0${base}`).digest("base64url").slice(0, 24));
  if (!existsSync(compiled)) {
    const fresh = `${compiled}.${process.pid}`;
    process.once("exit", () => rmSync(fresh, { recursive: true, force: true }));
    await compile(base, fresh);
    removeUnused();
    place(fresh, compiled);
  }
  const now = new Date();
  utimesSync(compiled, now, now);
  let loaded: Promise<typeof import("../src/renderer.ts")> | undefined;
  return {
    assets: join(compiled, "client"),
    async render(kind, path, page) {
      loaded ??= import(pathToFileURL(join(compiled, "server", "entry.mjs")).href);
      return (await loaded).renderPage(kind, path, page);
    },
  };
}

function compile(base: string, out: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [join(project, "scripts", "compile-renderer.ts"), base, out], {
    cwd: project,
    stdio: ["ignore", "ignore", "pipe"],
    // What is compiled is kept for other builds, and pages made for development have no content policy.
    env: { ...process.env, NODE_ENV: "production", VITEST: undefined, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const kill = () => void child.kill();
  process.once("exit", kill);
  const printed: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", kill);
      if (code === 0) resolve();
      else
        reject(
          new Failure(exitCodes.fault, `The pages of the generator could not be compiled.\n${Buffer.concat(printed).toString().trim()}`),
        );
    });
  });
}

/** Another build may have put the same there meanwhile. */
function place(fresh: string, compiled: string): void {
  try {
    renameSync(fresh, compiled);
  } catch (cause) {
    if (!existsSync(compiled)) throw cause;
  }
}

const day = 24 * 60 * 60 * 1000;

/** What no build has used for a day, because a build that runs now may still load parts of its own. */
function removeUnused(): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > day) rmSync(path, { recursive: true, force: true });
  }
}
