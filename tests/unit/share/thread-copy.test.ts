import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Archive } from "../../../lib/archive/model";
import { listFolder } from "../../../lib/archive/reading/list-files";
import { formatProblem, openPicture, readArchive } from "../../../lib/archive/reading/read";
import { copyThread, writeThreadCopy } from "../../../lib/share/thread-copy/thread-copy";
import { writeThreadSchema } from "../../../lib/share/thread-copy/thread-copy-shape";
import { rebuildFiles } from "../../rebuild-files";

const project = join(import.meta.dirname, "../../..");
const situations = join(project, "tests/fixtures/situations");
const SCHEMA = "https://archive.example/thread.schema.json";

function read(folder: string): Archive {
  const result = readArchive(folder);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join("\n"));
  return result.archive;
}

/** `thread.json` of every article of a content folder, by slug. */
function copyAll(folder: string): Map<string, string> {
  vi.stubEnv("ARCHIVE_CONTENT", folder);
  const archive = read(folder);
  return new Map(
    archive.articles.map((article) => [
      article.slug,
      writeThreadCopy(copyThread(archive, article, openPicture)),
    ]),
  );
}

function createValidator() {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(writeThreadSchema(SCHEMA)));
}

describe("from thread.json alone", () => {
  const scratch = mkdtempSync(join(tmpdir(), "verbatim-copy-"));
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(scratch, { recursive: true });
  });

  const settings =
    "---\nname: A\nlanguage: fr\nurl: https://a.example/\nkeeper: K\ncontact: mailto:k@a.example\n---\n";
  const article =
    "---\ntitle: T\nlanguage: fr\nauthor: ana\npublished: 2021-01-15T09:00:00Z\ntimeZone: UTC\nsource: { name: S, url: 'https://s.example/' }\n---\nText.\n";
  const comment = (position: number, body: string, more = "") =>
    `---\nauthor: Bob\nposition: ${position}\n${more}---\n${body}`;

  /** A folder whose files are written as files can be written. */
  function writeHardCases(): string {
    const folder = join(scratch, "hard");
    const crlf = (text: string) => text.replaceAll("\n", "\r\n");
    const files = {
      "archive.md": `\ufeff${settings}À propos`,
      "authors/ana.md": '---\n# The name as printed.\nname: "Ana"\n---\n\n\n  spaces   \n\n',
      "un/article.md": crlf(article),
      "un/comments/1.md": comment(1, "without a line break at the end"),
      "un/comments/2.md": comment(
        2,
        "e\u0301 decomposed, é composed, \u2028 a separator, \ufffd, \u{10ffff}, \ufeff\n",
      ),
      "un/comments/3.md": crlf(comment(3, "mixed\n")).replace(/\r\n$/u, "\n\r\n\n"),
      "un/comments/4.md": comment(4, "", "status: erased\nreason: 'On request.'\n"),
      "un/comments/5.md": comment(5, "\n\t\n", "status: missing\n"),
      "un/comments/6.md": comment(
        6,
        "---\nauthor: nobody\n---\n",
        'inReplyTo:   "1"   \nreplyBasis: editor\n',
      ),
      "un/comments/7.md": comment(7, '"quotes" \\ <b>&amp;</b> \t\n', "published: 2021-01-15T09:30+01:00\n"),
      "permalinks.txt": "# Published in 2021.\r\n/un/\r\n/un/c/1/\r\n\r\n/un/c/lost/",
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  it.each([
    ["the first content", () => join(project, "content")],
    ["the situations", () => situations],
    ["files in every way of writing", writeHardCases],
  ])("every file of %s can be written again, byte for byte", (_, folderOf) => {
    const folder = folderOf();
    const copies = [...copyAll(folder).values()];
    const rebuilt = new Map(copies.flatMap((copy) => [...rebuildFiles(copy)]));
    const paths = listFolder(folder).files;
    expect([...rebuilt.keys()].sort()).toEqual(paths.toSorted());
    for (const path of paths)
      expect(rebuilt.get(path)?.equals(readFileSync(join(folder, path))), path).toBe(true);
    expect(paths.length).toBeGreaterThan(10);
  });

  it("each article's lines of the ledger come out once, in their order, former slugs included", () => {
    const folder = join(scratch, "ledger");
    cpSync(situations, folder, { recursive: true });
    const path = join(folder, "un-fil-troue/article.md");
    writeFileSync(path, readFileSync(path, "utf8").replace("language:", "formerSlugs: [fil]\nlanguage:"));
    const ledger =
      "/hostile/\n# Renamed.\n/fil/\n/fil/c/2/\n/hostile/c/1/\n/un-fil-troue/\n/fil/c/gone/\n# End.\n";
    writeFileSync(join(folder, "permalinks.txt"), ledger);
    const copies = copyAll(folder);
    const linesOf = (slug: string) => JSON.parse(copies.get(slug) ?? "").permalinks;
    expect(linesOf("hostile")).toBe("/hostile/\n/hostile/c/1/\n");
    expect(linesOf("un-fil-troue")).toBe(
      "# Renamed.\n/fil/\n/fil/c/2/\n/un-fil-troue/\n/fil/c/gone/\n# End.\n",
    );
    expect(linesOf("deep-thread")).toBe("");
    expect(JSON.parse(copies.get("un-fil-troue") ?? "").vanished).toEqual([
      "https://archive.example/kept/fil/c/gone/",
    ]);
  });
});

describe("thread.json", () => {
  let copies = new Map<string, string>();
  const isValid = createValidator();
  beforeAll(() => {
    copies = copyAll(situations);
  });
  afterAll(() => void vi.unstubAllEnvs());
  const open = (slug: string) => JSON.parse(copies.get(slug) ?? "{}");

  it("keeps to its schema in every situation", () => {
    for (const [slug, copy] of copies) {
      isValid(JSON.parse(copy));
      expect(isValid.errors, slug).toBe(null);
    }
  });

  it.each<[string, (copy: ReturnType<typeof open>) => void]>([
    ["without a field", (copy) => delete copy.article.title],
    ["with a field of nobody's", (copy) => (copy.article.subtitle = "")],
    ["with a number for a text", (copy) => (copy.author.name = 1)],
    ["with a text for a number", (copy) => (copy.comments[0].position = "1")],
    ["of another version", (copy) => (copy.version = 2)],
    ["with a comment of no status", (copy) => delete copy.comments[0].status],
    [
      "with a tombstone that speaks",
      (copy) => Object.assign(copy.comments[0], { status: "erased", reason: "-" }),
    ],
    [
      "with a basis of nobody's",
      (copy) => (copy.comments[1].reply = { parent: "1", basis: "guess", isDeduced: true }),
    ],
    ["without a place in the tree", (copy) => delete copy.comments[0].level],
    ["with a digest that is none", (copy) => (copy.digest = "0")],
  ])("does not keep to it %s", (_, change) => {
    const copy = open("deep-thread");
    expect(isValid(copy)).toBe(true);
    change(copy);
    expect(isValid(copy)).toBe(false);
  });

  it("describes every field", () => {
    const find = (node: unknown, path: string): string[] => {
      if (typeof node !== "object" || node === null) return [];
      const properties = "properties" in node ? Object.entries(node.properties ?? {}) : [];
      const silent = properties.filter(
        ([key, value]) => key !== "status" && !JSON.stringify(value).includes('"description"'),
      );
      return [
        ...silent.map(([key]) => `${path}.${key}`),
        ...Object.entries(node).flatMap(([key, value]) => find(value, `${path}.${key}`)),
      ];
    };
    expect(find(JSON.parse(writeThreadSchema(SCHEMA)), "")).toEqual([]);
  });

  it("holds the tree: each comment below the one it answers, with what that is known from", () => {
    for (const slug of copies.keys()) {
      const { comments } = open(slug);
      const byId = new Map(comments.map((comment: { id: string }) => [comment.id, comment]));
      for (const { id, reply, level, replies } of comments) {
        const parent = reply && byId.get(reply.parent);
        expect(level).toBe(parent ? parent.level + 1 : 1);
        if (parent) expect(parent.replies).toContain(id);
        for (const answer of replies) expect(byId.get(answer)).toMatchObject({ reply: { parent: id } });
        if (reply) expect(reply.isDeduced).toBe(reply.basis !== "explicit");
      }
    }
  });

  it("has nothing of a tombstone but its place, its label and its reason", () => {
    const tombstones = open("un-fil-troue").comments.filter(
      ({ status }: { status: string }) => status !== "present",
    );
    expect(tombstones.length).toBeGreaterThan(1);
    for (const tombstone of tombstones) expect(tombstone).not.toHaveProperty("text");
  });
});
