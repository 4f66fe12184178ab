import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Ended, runCommand } from "../sites";
import { linkProject, READING } from "../unit/made-project";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PACKAGES = ["node_modules", "package-lock.json"];

/** A project that has this one's code, packages and proofs, and all that is made in it for itself. */
export type LinkedProject = {
  readonly folder: string;
  /** An `npm run` command, with the words behind it. */
  run(command: string, words: readonly string[], environment?: Readonly<Record<string, string>>): Ended;
  remove(): void;
};

/** So that tests which build do not meet in one store, and may run at once. */
export function openLinkedProject(): LinkedProject {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-linked-"));
  linkProject(folder);
  for (const part of PACKAGES) symlinkSync(join(root, part), join(folder, part));
  cpSync(join(root, ".next/cache/proofs"), join(folder, ".next/cache/proofs"), { recursive: true });
  return {
    folder,
    run: (command, words, environment = {}) =>
      runCommand(folder, [command, "--", ...words], { ...READING, ...environment }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
