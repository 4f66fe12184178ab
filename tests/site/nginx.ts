import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { findProgram } from "../programs";

const program = findProgram("nginx");
const mimeTypes = ["/etc", "/usr/local/etc", "/opt/homebrew/etc"]
  .map((folder) => join(folder, "nginx/mime.types"))
  .find((path) => existsSync(path));

export const hasNginx = program !== undefined && mimeTypes !== undefined;

export type RunningNginx = { readonly origin: string; close(): Promise<void> };

/**
 * Starts the machine's nginx with its files in a folder.
 *
 * @param inHttp lines for its `http` block
 * @param inServer lines for its one `server` block
 */
export async function startNginx(folder: string, inServer: string, inHttp = ""): Promise<RunningNginx> {
  const port = await findPort();
  // nginx's workers are another user's when root starts it.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "nginx.conf"), configure(folder, port, inServer, inHttp));
  const server = spawn(program ?? "", [
    "-p",
    folder,
    "-c",
    join(folder, "nginx.conf"),
    "-e",
    join(folder, "error.log"),
  ]);
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(origin);
  return { origin, close: () => stopServer(server) };
}

export async function stopServer(server: ChildProcess): Promise<void> {
  const ended = new Promise((end) => server.once("exit", end));
  server.kill("SIGTERM");
  await ended;
}

function configure(folder: string, port: number, inServer: string, inHttp: string): string {
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http { include ${mimeTypes}; access_log off; ${paths.join(" ")} ${inHttp}
  server { listen 127.0.0.1:${port}; ${inServer} } }
`;
}

/** A port of the machine that nobody listens on. */
export function findPort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const place = probe.address();
      probe.close(() => done(typeof place === "object" && place ? place.port : 0));
    });
  });
}

/** @throws Error when a server that was started does not answer within half a minute */
export async function untilAnswers(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const answers = await fetch(origin, { redirect: "manual" }).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`no server answers at ${origin}`);
}
