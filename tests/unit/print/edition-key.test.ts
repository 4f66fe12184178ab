import { describe, expect, it } from "vitest";
import type { PrintSetup } from "../../../lib/print/workers/article-printer";
import { type EditionFacts, keyOfEdition } from "../../../lib/print/workers/edition-key";
import { settings } from "../share/small-archive";
import { dress } from "./dresses";

const fileOf = (hash: string) => new Map([["archive.md", { path: "archive.md", size: 1, hash }]]);
const setup: PrintSetup = {
  ...{ project: "/p", content: "content", settings, dress, engine: "engine", store: "/s" },
  ...{ heads: new Map(), files: fileOf("settings"), precompress: false },
};
const facts: EditionFacts = {
  article: "article",
  captures: [],
  permalinks: "/un/\n",
  vanished: new Map(),
  archivedLinks: new Map(),
};

describe("the key of an article", () => {
  it("is the same for the same", () => {
    expect(keyOfEdition({ ...setup }, { ...facts })).toBe(keyOfEdition(setup, facts));
    expect(keyOfEdition(setup, facts)).toMatch(/^[0-9a-f]{64}$/u);
  });

  it.each<[string, Partial<PrintSetup>, Partial<EditionFacts>]>([
    ["the code", { engine: "other" }, {}],
    ["archive.md", { files: fileOf("other") }, {}],
    ["the public address", { settings: { ...settings, url: "https://other.example/" } }, {}],
    ["compressed forms", { precompress: true }, {}],
    ["the article's files", {}, { article: "other" }],
    ["the captures that are kept with it", {}, { captures: ["00.html"] }],
    ["its lines of permalinks.txt", {}, { permalinks: "/un/\n/un/c/1/\n" }],
    ["what vanished of it", {}, { vanished: new Map([["un", new Set(["1"])]]) }],
    ["where its links are archived", {}, { archivedLinks: new Map([["a.example/", { slug: "deux" }]]) }],
    ["what vanished of it under another name", {}, { vanished: new Map([["vieux", new Set(["1"])]]) }],
  ])("is another with %s", (_, otherSetup, otherFacts) => {
    const other = keyOfEdition({ ...setup, ...otherSetup }, { ...facts, ...otherFacts });
    expect(other).not.toBe(keyOfEdition(setup, facts));
  });

  it("is the same wherever the project lies", () => {
    const elsewhere = { ...setup, project: "/q", store: "/t", content: "/q/content" };
    expect(keyOfEdition(elsewhere, facts)).toBe(keyOfEdition(setup, facts));
  });
});
