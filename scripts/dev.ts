import { resolve } from "node:path";
import { dev, type AstroIntegration } from "astro";
import { writeReport } from "#checks/report.ts";
import { provideSite } from "../src/site.ts";
import {
  addContentOptions,
  type ContentOptions,
  defineCommand,
  exitCodes,
  Failure,
  findContentFolder,
  runCommand,
  showPath,
} from "./command.ts";
import { serveExports } from "./dev-exports.ts";
import { readChecked } from "./read-checked.ts";
import { readPort } from "./serve.ts";
import { project } from "./generator.ts";

const command = addContentOptions(defineCommand("dev", "Serves the handbook while you write it; a change shows at once."))
  .option("--port <port>", "The port to serve it on.", readPort, 4321)
  .action(runDev);

await runCommand(command);

async function runDev(options: ContentOptions & { port: number }): Promise<void> {
  const root = findContentFolder(options);
  const read = () => readChecked(root, { ...options, drafts: true });
  const first = read();
  console.error(writeReport(first.problems, showPath(root), "text"));
  if (!first.handbook) throw new Failure(exitCodes.content, "Without its settings the handbook can't be shown.");

  let { handbook, problems } = { handbook: first.handbook, problems: first.problems };
  provideSite({ handbook: () => handbook, problems: () => problems });
  const refresh = () => {
    const next = read();
    handbook = next.handbook ?? handbook;
    problems = next.problems;
    console.error(writeReport(problems, showPath(root), "text"));
  };
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const server = await dev({
    root: project,
    site: handbook.settings.url,
    base: handbook.settings.base,
    server: { port: options.port, host: "127.0.0.1" },
    logLevel: "warn",
    integrations: [watchContent(root, refresh), serveExports(() => handbook, resolve("dist"))],
  });
  console.log(`The handbook is at http://127.0.0.1:${server.address.port}${handbook.settings.base} (end with Ctrl+C).`);
}

/** Reads the content anew when a file of it changes, and reloads the pages that are open. */
function watchContent(root: string, refresh: () => void): AstroIntegration {
  return {
    name: "sopbook:watch-content",
    hooks: {
      "astro:server:setup": ({ server }) => {
        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(root);
        server.watcher.on("all", (_event, file) => {
          if (!resolve(file).startsWith(root)) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            refresh();
            // Astro keeps what `getStaticPaths` gave until its own collections change.
            for (const environment of Object.values(server.environments)) environment.hot.send("astro:content-changed", {});
            server.environments.client.hot.send({ type: "full-reload", path: "*" });
          }, 50);
        });
      },
    },
  };
}
