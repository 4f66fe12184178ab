import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "../../archive/reading/list-files";
import { digestOf } from "../bytes";

const CODE = ["app", "components", "lib", "public"];
/** For its list of browsers: the reader's script is written for them. */
const MANIFEST = "package.json";
/** What npm wrote of the packages that it installed; the other where it wrote nothing. */
const LOCKS = ["node_modules/.package-lock.json", "package-lock.json"];

/**
 * SHA-256 over everything but content and settings that a printed byte depends on: the code, the packages as they are
 * installed, and the versions of the runtime (ICU, time zones, zlib).
 *
 * @param project the folder of `package.json`, absolute
 */
export function digestEngine(project: string): string {
  const digest = createHash("sha256").update(JSON.stringify(process.versions));
  for (const file of listSources(project))
    digest.update(`${file}\0${digestOf(readFileSync(join(project, file)))}\0`);
  return digest.digest("hex");
}

function listSources(project: string): string[] {
  const code = CODE.flatMap((folder) =>
    listFolder(join(project, folder)).files.map((file) => `${folder}/${file}`),
  );
  const manifest = existsSync(join(project, MANIFEST)) ? [MANIFEST] : [];
  return [...code, ...manifest, ...LOCKS.filter((lock) => existsSync(join(project, lock))).slice(0, 1)];
}
