import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "../programs";
import { findPort, stopServer, untilAnswers } from "./nginx";

const program = findProgram("caddy");

export const hasCaddy = program !== undefined;

export type RunningCaddy = { readonly origin: string; close(): Promise<void> };

/**
 * Starts the machine's Caddy with its files in a folder.
 *
 * @param inSite lines for its one site block
 */
export async function startCaddy(folder: string, inSite: string): Promise<RunningCaddy> {
  const port = await findPort();
  const config = join(folder, "Caddyfile");
  mkdirSync(join(folder, "home"), { recursive: true });
  writeFileSync(config, `{\n  admin off\n  auto_https off\n}\nhttp://:${port} {\n${inSite}\n}\n`);
  const server = spawn(program ?? "", ["run", "--config", config, "--adapter", "caddyfile"], {
    env: { ...process.env, HOME: join(folder, "home"), XDG_DATA_HOME: "", XDG_CONFIG_HOME: "" },
    stdio: "ignore",
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(origin);
  return { origin, close: () => stopServer(server) };
}
