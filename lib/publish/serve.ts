import { readFileSync, statSync } from "node:fs";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { dirname, extname, join } from "node:path";
import sirv from "sirv";
import { codeOf, listFolder } from "../archive/reading/list-files";
import { EXTENSION_TYPES } from "../share/media-types";
import { headersFor, parseHeaderRules } from "./hosts/header-rules";
import { PAGE_CACHE } from "./hosts/headers";
import { SEAL } from "./site/checksums";

export type ServeOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** Path of the site's public address, with a slash at both ends. */
  readonly basePath: string;
};

export type RunningSite = {
  /** `http://localhost:3000/archive/`. */
  readonly address: string;
  close(): Promise<void>;
};

/**
 * Serves a finished site as its hosts do: read only, with the headers of its own `_headers` file,
 * `.br` and `.gz` where the site has them, and its 404 page with status 404.
 * @throws Error with a line for the user when the port is taken or not allowed
 */
export async function serveSite(folder: string, { port, basePath }: ServeOptions): Promise<RunningSite> {
  const server = createServer(answerFrom(folder, basePath));
  const taken = await listen(server, port);
  return {
    address: `http://localhost:${taken}${basePath}`,
    close: () =>
      new Promise((end, fail) => {
        server.close((error) => (error ? fail(error) : end()));
        // Browsers keep connections open for later; nothing comes later.
        server.closeAllConnections();
      }),
  };
}

/**
 * Asks for a port and gives it back.
 * @throws Error with a line for the user when it is taken or not allowed
 */
export async function checkPort(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await new Promise((closed) => server.close(closed));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", (error) => fail(new Error(explain(error, port), { cause: error })));
    server.listen(port, () => {
      const place = server.address();
      done(typeof place === "object" && place ? place.port : port);
    });
  });
}

function explain(error: Error, port: number): string {
  if (codeOf(error) === "EADDRINUSE") return `port ${port} is in use; set PORT to another one`;
  if (codeOf(error) === "EACCES")
    return `port ${port} needs more rights than this user has; set PORT to another one`;
  return `cannot listen on port ${port}: ${error.message}`;
}

function answerFrom(folder: string, base: string): RequestListener {
  const open = keepOpen(folder, base);
  return (request, response) => {
    const site = open();
    const [path = "/"] = (request.url ?? "/").split(/[?#]/u);
    const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
    if (request.method !== "GET" && request.method !== "HEAD") return refuseMethod(response);
    if (path === "/" && base !== "/") return redirect(response, base);
    if (`${path}/` === base) return redirect(response, base);
    if (inside === undefined) return site.answerMissing(response);
    if (site.folders.has(inside)) return redirect(response, `${path}/`);
    site.answer(request, response, inside);
  };
}

type OpenSite = {
  /** Paths, without a slash at the end, of the folders that have a page. */
  readonly folders: ReadonlySet<string>;
  /** @param path of the request, relative to the base path */
  answer(request: IncomingMessage, response: ServerResponse, path: string): void;
  answerMissing(response: ServerResponse): void;
};

/** Opens the site again when a build has put another in its place: sizes and headers are read once. */
function keepOpen(folder: string, base: string): () => OpenSite {
  let site = openSite(folder, base);
  let seal = identify(folder);
  return () => {
    const found = identify(folder);
    if (found && found !== seal) {
      site = openSite(folder, base);
      seal = found;
    }
    return site;
  };
}

function identify(folder: string): string | undefined {
  const stats = statSync(join(folder, SEAL), { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.mtimeMs}`;
}

function openSite(folder: string, base: string): OpenSite {
  const rules = parseHeaderRules(readFileSync(join(folder, "_headers"), "utf8"));
  const files = sirv(folder, { etag: true, brotli: true, gzip: true, extensions: [] });
  const missing = readFileSync(join(folder, "404.html"));
  const { files: paths } = listFolder(folder);
  const pages = paths.filter((path) => path.endsWith("/index.html"));

  const setHeaders = (response: ServerResponse, path: string) => {
    const type = EXTENSION_TYPES[extname(path).slice(1)];
    response.setHeader("Cache-Control", PAGE_CACHE);
    if (type) response.setHeader("Content-Type", type);
    for (const [name, value] of headersFor(`${base}${path}`, rules)) response.setHeader(name, value);
  };
  const answerMissing = (response: ServerResponse) => {
    setHeaders(response, "404.html");
    response.writeHead(404, { "Content-Length": missing.length }).end(missing);
  };
  const answer = (request: IncomingMessage, response: ServerResponse, path: string) => {
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    setHeaders(response, file);
    request.url = `/${file}`;
    files(request, response, () => answerMissing(response));
  };
  return { folders: new Set(pages.map((path) => dirname(path))), answer, answerMissing };
}

function redirect(response: ServerResponse, address: string): void {
  response.writeHead(308, { Location: address, "Cache-Control": PAGE_CACHE }).end();
}

function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, { Allow: "GET, HEAD" }).end();
}
