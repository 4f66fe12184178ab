import { createReadStream, opendirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { openBeside } from "./beside";
import type { Input } from "./input";
import { findPacking, openGzip, openZip } from "./packs";
import { refuseAfter, SourceRefusal } from "./refusal";
import { isWarc, openWarc } from "./warc";

/** Folders inside one another; a mirror of a site has some ten. */
const DEEPEST = 40;

/** Hears of a file that cannot be read; those beside it are read all the same. */
export type OnRefusal = (refusal: SourceRefusal) => void;

/**
 * The files of a source, one after the other and in the order of their names: a file, every file of a folder, every
 * file in a `.zip` of either, every page of a web archive (WARC, WACZ). Links are not followed.
 *
 * @param path as the archivist wrote it
 * @throws SourceRefusal where there is nothing to read
 */
export async function* openInputs(path: string, onRefusal?: OnRefusal): AsyncGenerator<Input> {
  const stats = statOrRefuse(path);
  if (stats.isDirectory()) yield* openFolder(path, "", 0, onRefusal);
  else yield* openFile(path, basename(path), stats.size);
}

function statOrRefuse(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    throw refuseAfter(error, path, "a file or folder that can be read");
  }
}

async function* openFolder(
  folder: string,
  prefix: string,
  depth: number,
  onRefusal: OnRefusal | undefined,
): AsyncGenerator<Input> {
  if (depth > DEEPEST)
    throw new SourceRefusal(folder, "folder", "folders nested too deep", `at most ${DEEPEST}`);
  for (const entry of listEntries(folder)) {
    const [path, name] = [join(folder, entry.name), `${prefix}${entry.name}`];
    if (entry.isDirectory) yield* openFolder(path, `${name}/`, depth + 1, onRefusal);
    else yield* openKindly(path, name, onRefusal);
  }
}

async function* openKindly(
  path: string,
  name: string,
  onRefusal: OnRefusal | undefined,
): AsyncGenerator<Input> {
  try {
    yield* openFile(path, name, statSync(path).size);
  } catch (error) {
    if (onRefusal === undefined) throw error;
    onRefusal(refuseAfter(error, name, "a file that can be read"));
  }
}

type Entry = { readonly name: string; readonly isDirectory: boolean };

/** By name, numbers in the order that people count: `post-2` comes before `post-10`. */
function listEntries(folder: string): Entry[] {
  const entries: Entry[] = [];
  const directory = opendirSync(folder);
  try {
    for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) {
      const isKnown = entry.isFile() || entry.isDirectory();
      if (isKnown && !entry.name.startsWith("."))
        entries.push({ name: entry.name, isDirectory: entry.isDirectory() });
    }
  } finally {
    directory.closeSync();
  }
  return entries.sort((one, other) => COUNTING.compare(one.name, other.name));
}

const COUNTING = new Intl.Collator("en", { numeric: true });

async function* openFile(path: string, name: string, size: number): AsyncGenerator<Input> {
  const input: Input = { name, size, beside: openBeside(path), open: async () => createReadStream(path) };
  const packing = await findPacking(input);
  if (packing === "zip") yield* openPack(path, name);
  else if (await isWarc(input)) yield* openWarc(input);
  else yield packing === "gzip" ? openGzip(input) : input;
}

/** The files of a ZIP; of a WACZ, which is one, the pages of its web archives. */
async function* openPack(path: string, name: string): AsyncGenerator<Input> {
  for await (const input of openZip(path, name)) {
    if (/\.warc(?:\.gz)?$/iu.test(input.name)) yield* openWarc(input);
    else yield input;
  }
}
