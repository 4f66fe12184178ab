import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a newcomer finds of the project, but for what is installed, built or made for tests. */
const FOLDERS = ["app", "components", "content", "lib", "public", "tests"];

/** Paths of files and folders, from the project's own. */
export const projectFiles: readonly string[] = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))),
  ),
  ...readdirSync("."),
].filter((path) => !path.startsWith("tests/fixtures/"));

/** Every README of the project. */
export const documents: readonly { readonly path: string; readonly text: string }[] = projectFiles
  .filter((path) => /(?:^|\/)README\.md$/u.test(path))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));
