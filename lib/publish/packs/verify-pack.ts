import { createHash } from "node:crypto";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { readSeal, type Verified } from "../site/checksums";
import { DECLARATION, decodePath, MANIFEST, TAG_MANIFEST } from "./bag";
import { DESCRIPTION, DESCRIPTION_DIGEST } from "./wacz";

/** SHA-256 of each file in a pack, by its path; of those that say what the others are, also their text. */
type Contents = {
  readonly digests: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
};

const TEXTS = [MANIFEST, TAG_MANIFEST, DESCRIPTION, DESCRIPTION_DIGEST];

/** Holds a pack that `npm run pack` made against its own digests: nothing is missing, changed, or too much. */
export async function verifyPack(file: string): Promise<Verified> {
  const contents = await readContents(file);
  if (typeof contents === "string") return { ok: false, problems: [contents] };
  const bag = [...contents.digests.keys()].find((path) => path.endsWith(`/${DECLARATION}`));
  const expected =
    bag === undefined ? expectWacz(contents) : expectBag(contents, bag.slice(0, -DECLARATION.length));
  if (expected === undefined)
    return {
      ok: false,
      problems: [`${file}: found neither ${DECLARATION} nor ${DESCRIPTION}, expected a pack`],
    };
  return compare(expected, contents);
}

/** What a pack says of its files, and which of them nothing says anything of. */
type Expected = {
  readonly digests: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
  /** The one file that holds the last digest. */
  readonly last: string;
};

function expectBag({ texts }: Contents, folder: string): Expected {
  const manifests = [MANIFEST, TAG_MANIFEST].map((name) => readSeal(texts.get(`${folder}${name}`) ?? ""));
  const lines = manifests.flatMap(({ digests }) => [...digests]);
  return {
    digests: new Map(lines.map(([path, digest]) => [`${folder}${decodePath(path)}`, digest])),
    problems: manifests.flatMap(({ problems }) => problems),
    last: `${folder}${TAG_MANIFEST}`,
  };
}

function expectWacz({ texts }: Contents): Expected | undefined {
  const described = texts.get(DESCRIPTION);
  if (described === undefined) return undefined;
  try {
    const { resources } = JSON.parse(described);
    const own = JSON.parse(texts.get(DESCRIPTION_DIGEST) ?? "{}");
    const lines = [...resources, own].map(
      ({ path, hash }) => [path, String(hash).replace(/^sha256:/u, "")] as const,
    );
    return { digests: new Map(lines), problems: [], last: DESCRIPTION_DIGEST };
  } catch {
    return { digests: new Map(), problems: [`${DESCRIPTION}: cannot be read`], last: DESCRIPTION_DIGEST };
  }
}

function compare({ digests: expected, problems, last }: Expected, { digests: found }: Contents): Verified {
  const faults = [...expected].flatMap(([path, digest]) => {
    const is = found.get(path);
    if (is === undefined) return [`${path}: missing`];
    return is === digest ? [] : [`${path}: changed`];
  });
  const extra = [...found.keys()].filter((path) => !expected.has(path) && path !== last);
  const all = [...problems, ...faults, ...extra.map((path) => `${path}: extra, no manifest names it`)];
  return all.length > 0 ? { ok: false, problems: all } : { ok: true, files: expected.size };
}

/** @returns a line where the file is no ZIP that is whole */
async function readContents(file: string): Promise<Contents | string> {
  const digests = new Map<string, string>();
  const texts = new Map<string, string>();
  try {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) {
        const isText = TEXTS.some((name) => entry.fileName === name || entry.fileName.endsWith(`/${name}`));
        const { digest, text } = await digestEntry(zip, entry, isText);
        digests.set(entry.fileName, digest);
        if (text !== undefined) texts.set(entry.fileName, text);
      }
    } finally {
      zip.close();
    }
    return { digests, texts };
  } catch (error) {
    return `${file}: found ${error instanceof Error ? error.message : String(error)}, expected a ZIP that is whole`;
  }
}

async function digestEntry(zip: ZipFile, entry: Entry, isText: boolean) {
  const hash = createHash("sha256");
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    hash.update(piece);
    if (isText) pieces.push(piece);
  }
  const digest = hash.digest("hex");
  return isText ? { digest, text: Buffer.concat(pieces).toString("utf8") } : { digest };
}
