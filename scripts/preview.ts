import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readSettings } from "#source/settings.ts";
import { defineCommand, runCommand } from "./command.ts";
import { readPort, serveSite } from "./serve.ts";

interface PreviewOptions {
  out: string;
  content: string;
  port: number;
}

const command = defineCommand("preview", "Serves the site that was built last.")
  .option("--out <folder>", "Where it was built.", "dist")
  .option("--content <folder>", "The content folder it was built from; its settings name the base path.", "content")
  .option("--port <port>", "The port to serve it on.", readPort, 4321)
  .action(async (options: PreviewOptions) => {
    const root = resolve(options.content);
    const read = existsSync(root) ? readSettings(root) : undefined;
    const { url } = await serveSite(resolve(options.out), read && "settings" in read ? read.settings.base : "/", options.port);
    console.log(`The handbook is at ${url} (end with Ctrl+C).`);
  });

await runCommand(command);
