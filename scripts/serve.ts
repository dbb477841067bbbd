import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { exitCodes, Failure } from "./command.ts";

export interface Serving {
  url: string;
  server: Server;
}

/** Serves a built site on this machine only; a port that is taken is a failure, 0 takes any free one. */
export async function serveSite(folder: string, base: string, port: number): Promise<Serving> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Failure(exitCodes.usage, `There is no site in ${folder}. Build it first with \`npm run build\`.`);
  }
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (base !== "/" && !path.startsWith(base)) {
      response.writeHead(302, { location: base }).end();
      return;
    }
    request.url = path.slice(base.length - 1);
    files(request, response, () => {
      const page = join(folder, "404.html");
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(existsSync(page) ? readFileSync(page) : "Not found");
    });
  });
  const host = "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === "EADDRINUSE"
          ? new Failure(exitCodes.environment, `Port ${port} is taken. Name another one with --port.`, { cause })
          : cause,
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  return { url: `http://${host}:${taken}${base}`, server };
}

/** Reads a port from the command line. */
export function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Failure(exitCodes.usage, `"${text}" is not a port. Name a whole number from 0 to 65535.`);
  return port;
}
