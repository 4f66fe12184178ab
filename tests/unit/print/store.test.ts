import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRecord } from "../../../lib/print/store/record";
import {
  forgetArticle,
  isIntact,
  placeOfFile,
  placeOfStore,
  pruneStore,
} from "../../../lib/print/store/store";
import { makeFolder, writeFiles } from "../folders";
import { storeArticle } from "./records";

const scope = { content: "content", url: "https://archive.example/", precompress: false };

/** A stored article of two files, and the place of the first. */
function makeStored() {
  const store = makeFolder();
  const record = storeArticle(store, "un", { "un/index.html": "words", "un/feed.xml": "<feed/>" });
  const [file] = record.files;
  if (!file) throw new Error("nothing was stored");
  return { store, record, file, place: placeOfFile(store, record, file) };
}

describe("the record of an article", () => {
  it("is read as it was written", () => {
    const { store, record } = makeStored();
    expect(readRecord(join(store, "un"))).toEqual(record);
    expect(readdirSync(join(store, "un")).sort()).toEqual(["generation", "record.json"]);
  });

  it("is none where it was cut off, or never written: the article is printed anew", () => {
    const { store } = makeStored();
    const path = join(store, "un/record.json");
    truncateSync(path, statSync(path).size - 2);
    expect(readRecord(join(store, "un"))).toBeUndefined();
    truncateSync(path, 0);
    expect(readRecord(join(store, "un"))).toBeUndefined();
    expect(readRecord(join(store, "deux"))).toBeUndefined();
  });
});

describe("what is stored", () => {
  it("is intact when nobody touched it, or only its time or number changed", () => {
    const { store, record, place } = makeStored();
    expect(isIntact(store, record)).toBe(true);
    utimesSync(place, 1, 1);
    expect(isIntact(store, record)).toBe(true);
    copyFileSync(place, `${place}.copy`);
    renameSync(`${place}.copy`, place);
    expect(isIntact(store, record)).toBe(true);
  });

  it.each<[string, (place: string) => void]>([
    ["longer", (place) => writeFileSync(place, "words!")],
    ["of other words as long", (place) => writeFileSync(place, "sword")],
    ["gone", (place) => rmSync(place)],
    [
      "another file as long and as old",
      (place) => {
        const { atimeMs, mtimeMs } = statSync(place);
        writeFileSync(`${place}.new`, "sword");
        utimesSync(`${place}.new`, atimeMs / 1000, mtimeMs / 1000);
        renameSync(`${place}.new`, place);
      },
    ],
    [
      "a folder",
      (place) => {
        rmSync(place);
        writeFiles(place, { x: "" });
      },
    ],
    [
      "a link to nothing",
      (place) => {
        rmSync(place);
        symlinkSync("nowhere", place);
      },
    ],
  ])("is not when a file is %s", (_, change) => {
    const { store, record, place } = makeStored();
    change(place);
    expect(isIntact(store, record)).toBe(false);
  });
});

describe("the store", () => {
  it("is another for another content folder, address, or compressed forms", () => {
    const places = [
      placeOfStore("/p", scope),
      placeOfStore("/p", { ...scope, content: "other" }),
      placeOfStore("/p", { ...scope, url: "https://archive.example/kept/" }),
      placeOfStore("/p", { ...scope, precompress: true }),
    ];
    expect(new Set(places).size).toBe(4);
    expect(placeOfStore("/p", { ...scope, content: "./content/" })).toBe(places[0]);
    for (const place of places) expect(place).toMatch(/^\/p\/\.next\/cache\/print\/[0-9a-f-]+$/u);
  });

  it("loses what is of no article any more", () => {
    const { store } = makeStored();
    storeArticle(store, "deux", { "deux/index.html": "" });
    pruneStore(store, new Set(["deux"]));
    expect(readdirSync(store)).toEqual(["deux"]);
    pruneStore(join(store, "nowhere"), new Set());
  });

  it("forgets an article wherever it was to stand, and nothing of other archives or articles", () => {
    const project = makeFolder();
    const own = [scope, { ...scope, url: "https://elsewhere.example/" }, { ...scope, precompress: true }];
    const stores = [...own, { ...scope, content: "other" }].map((given) => placeOfStore(project, given));
    for (const store of stores) {
      storeArticle(store, "un", { "un/index.html": "words" });
      storeArticle(store, "deux", { "deux/index.html": "words" });
    }
    forgetArticle(project, "content", "un");
    expect(stores.map((store) => existsSync(join(store, "un")))).toEqual([false, false, false, true]);
    for (const store of stores) expect(existsSync(join(store, "deux/record.json"))).toBe(true);
  });

  it("says of a file its size, digest, time and number", () => {
    const { file, place } = makeStored();
    const { size, mtimeMs, ino } = statSync(place);
    expect(file).toMatchObject({ path: "un/index.html", size, time: mtimeMs, inode: ino });
    expect(readFileSync(place, "utf8")).toBe("words");
  });
});
