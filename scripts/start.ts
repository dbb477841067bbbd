import { resolve } from "node:path";
import { type BuildOptions, runBuild } from "./build.ts";
import { addContentOptions, defineCommand, runCommand } from "./command.ts";
import { readPort, serveSite } from "./serve.ts";

const command = addContentOptions(defineCommand("start", "Builds the handbook and serves it."))
  .option("--out <folder>", "Where to build.", "dist")
  .option("--port <port>", "The port to serve it on.", readPort, 4321)
  .action(async (options: BuildOptions & { port: number }) => {
    const handbook = await runBuild(options);
    const { url } = await serveSite(resolve(options.out), handbook.settings.base, options.port);
    console.log(`The handbook is at ${url} (end with Ctrl+C).`);
  });

await runCommand(command);
