import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "../../archive/reading/list-files";
import { digestOf } from "../../print/bytes";

/** SHA-256, 64 hexadecimal digits. */
type SealedFile = { readonly path: string; readonly digest: string };

/** The seal: one line of `sha256sum` (GNU coreutils, text mode) for each other file of the site. */
export const SEAL = "SHA256SUMS";

const LINE = /^(?<digest>[0-9a-f]{64}) [ *](?<path>.+)$/u;

export type Verified =
  | { readonly ok: true; readonly files: number }
  /** One line for each malformed line of the seal and each missing, changed or extra file. */
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * The seal over all other files of a site, in the order of their paths.
 *
 * @throws Error for a name that a line of `sha256sum` cannot hold, and for two files of one path
 */
export function writeSeal(files: readonly SealedFile[]): string {
  const unfit = files.filter(({ path }) => !isPlainPath(path));
  if (unfit.length > 0)
    throw new Error(`cannot seal ${unfit.map(({ path }) => JSON.stringify(path)).join(", ")}`);
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const double = sorted.find(({ path }, index) => sorted[index + 1]?.path === path);
  if (double) throw new Error(`two files want to be ${double.path}`);
  return sorted.map(({ path, digest }) => `${digest}  ${path}\n`).join("");
}

/** Checks a folder against its seal; reads nothing outside the folder, whatever the seal says. */
export function verifyFolder(folder: string): Verified {
  const seal = join(folder, SEAL);
  if (!existsSync(seal))
    return { ok: false, problems: [`${SEAL}: missing in ${folder}, nothing to check against`] };
  const { digests, problems } = readSeal(readFileSync(seal, "utf8"));
  const { files, others } = listFolder(folder);
  const found = new Set(files);
  for (const [path, digest] of digests) {
    if (!found.has(path)) problems.push(`${path}: missing`);
    else if (digestOf(readFileSync(join(folder, path))) !== digest) problems.push(`${path}: changed`);
  }
  const extra = [...files, ...others].filter((path) => path !== SEAL && !digests.has(path));
  problems.push(...extra.map((path) => `${JSON.stringify(path).slice(1, -1)}: extra, not in ${SEAL}`));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, files: digests.size };
}

/** The digests of a seal by path, and a line for each of its lines that is none. */
export function readSeal(text: string): { digests: Map<string, string>; problems: string[] } {
  const digests = new Map<string, string>();
  const problems: string[] = [];
  const lines = text.endsWith("\n") ? text.slice(0, -1).split("\n") : text.split("\n");
  for (const [index, line] of lines.entries()) {
    const { digest, path } = LINE.exec(line)?.groups ?? {};
    const refuse = (what: string) =>
      problems.push(`${SEAL}: line ${index + 1}: ${what}: ${JSON.stringify(line.slice(0, 160))}`);
    if (digest === undefined || path === undefined) refuse("not a line of sha256sum");
    else if (!isPlainPath(path)) refuse("not a path within the folder");
    else if (digests.has(path)) refuse("a path for the second time");
    else digests.set(path, digest);
  }
  return { digests, problems };
}

/** Relative, below the folder, and with no sign that `sha256sum` would have to escape. */
function isPlainPath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\\\u0000-\u001f\u007f]/u.test(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
