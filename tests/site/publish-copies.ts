import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** What a clone of the project holds, as far as Next needs it. */
const PARTS = [
  "app",
  "components",
  "content",
  "lib",
  "public",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "next.config.ts",
  "tests/print-site.ts",
  ".env.development",
];

/**
 * A clone of the project in a folder of its own. Its node_modules are linked file by file: Turbopack
 * refuses a link that leads out of the project.
 */
export function copyProject(name: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), "verbatim-clone-")), name);
  for (const part of PARTS) cpSync(join(project, part), join(copy, part), { recursive: true });
  const linked = spawnSync("cp", ["-al", join(project, "node_modules"), copy]);
  // Another file system, or a `cp` that cannot link.
  if (linked.status !== 0)
    cpSync(join(project, "node_modules"), join(copy, "node_modules"), { recursive: true });
  return copy;
}

export function removeCopy(copy: string): void {
  rmSync(join(copy, ".."), { recursive: true, force: true });
}

export type Ended = { readonly status: number | null; readonly output: string };

/** `next build` alone, as a host may call it that knows Next. */
export function runNext(copy: string, environment: Record<string, string>): Ended {
  return run(copy, [process.execPath, "node_modules/next/dist/bin/next", "build"], environment);
}

/** What `npm run build` calls, in a clone, perhaps by another program. */
export function runBuildIn(
  copy: string,
  environment: Record<string, string>,
  before: readonly string[] = [],
): Ended {
  return run(copy, [...before, process.execPath, "--import", "tsx", "lib/commands/build.ts"], environment);
}

/** With nothing of this process's environment: it has the settings of whoever runs the tests. */
function run(copy: string, words: readonly string[], environment: Record<string, string>): Ended {
  const [command = "", ...args] = words;
  const { PATH = "", HOME = "" } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: copy,
    env: { PATH, HOME, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...environment },
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}
