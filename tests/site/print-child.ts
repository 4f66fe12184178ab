import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type PrintedSite = {
  readonly isKilled: boolean;
  /** From when it began to print. */
  readonly milliseconds: number;
  /** How many articles were not in the store; absent where it did not come so far. */
  readonly printed?: number;
  readonly errors: string;
};

export type SiteOrder = {
  /** Below it lies the store. */
  readonly project: string;
  readonly content: string;
  readonly out: string;
  /** Whose code prints: this project's where nothing is said. */
  readonly code?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds after it began to. */
  readonly killAfter?: number;
};

/** Prints a site in a process of its own, without Next. */
export function printSite(order: SiteOrder): Promise<PrintedSite> {
  const { project, content, out, code = root, environment, killAfter } = order;
  const words = ["--import", "tsx", join(code, "tests/print-site.ts"), project, content, out];
  const env = { ...process.env, ARCHIVE_URL: "", ...environment };
  const child = spawn(process.execPath, words, { cwd: code, env });
  return follow(child, killAfter);
}

function follow(child: ChildProcess, killAfter: number | undefined): Promise<PrintedSite> {
  let [began, said, errors] = [0, "", ""];
  child.stderr?.on("data", (text) => {
    errors += text;
  });
  child.stdout?.on("data", (text) => {
    if (began === 0 && killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
    began ||= performance.now();
    said += text;
  });
  return new Promise((done) => {
    child.once("close", (_, signal) => {
      const [, printed] = /^printed (\d+)$/mu.exec(said) ?? [];
      const milliseconds = performance.now() - began;
      const count = printed === undefined ? undefined : Number(printed);
      done({ isKilled: signal === "SIGKILL", milliseconds, printed: count, errors });
    });
  });
}
