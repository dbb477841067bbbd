import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { exitCodes, Failure } from "./command.ts";

/** Where Chromium is looked for, in the order of preference; the variable `CHROMIUM` names another one. */
const places = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Chromium runs without its own services, so that it asks nothing of other hosts. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The path of Chromium, which is installed where it is missing: Debian's package as root, elsewhere the one that Playwright brings. */
export function provideChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    console.error("Installing Chromium with apt-get …");
    apt("update", "-qq");
    apt("install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk");
  } else {
    console.error("Installing Chromium with Playwright …");
    spawnSync("playwright-core", ["install", "chromium"], { stdio: "inherit", shell: process.platform === "win32" });
  }
  const installed = findChromium();
  if (!installed)
    throw new Failure(exitCodes.environment, "Chromium could not be installed. Install it by hand and name it in the variable CHROMIUM.");
  return installed;
}

function findChromium(): string | undefined {
  return places.find((one) => one && existsSync(one)) ?? findPlaywright();
}

function findPlaywright(): string | undefined {
  const { stdout } = spawnSync("node", ["-e", "process.stdout.write(require('playwright-core').chromium.executablePath())"], {
    encoding: "utf8",
  });
  return stdout && existsSync(stdout) ? stdout : undefined;
}

function apt(...args: string[]): void {
  spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
