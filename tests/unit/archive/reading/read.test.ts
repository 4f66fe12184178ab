import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Archive } from "../../../../lib/archive/model";
import { formatProblem, openArchive, readArchive } from "../../../../lib/archive/reading/read";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/archive");

/** The text of a small archive's files; `author` and so on are lines of its front matter. */
const SETTINGS =
  "---\nname: A\nlanguage: fr\nurl: https://a.example/x\nkeeper: K\ncontact: mailto:k@a.example\n---\n";
const AUTHOR = "---\nname: Ana\n---\n";
const ARTICLE =
  "---\ntitle: T\nlanguage: fr\nauthor: ana\npublished: 2021-01-15T09:00:00Z\ntimeZone: UTC\nsource: { name: S, url: 'https://s.example/' }\n---\nText.\n";
const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000280000001800802000000", "hex");

function comment(position: number, more = ""): string {
  return `---\nauthor: Bob\nposition: ${position}\n${more}---\nText.\n`;
}

let root = "";
let made = 0;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "verbatim-read-"));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Writes an archive of its own around the given files and gives back its content folder. */
function writeArchive(files: Readonly<Record<string, string | Uint8Array>>): string {
  made += 1;
  const folder = join(root, String(made));
  const all = { "archive.md": SETTINGS, "authors/ana.md": AUTHOR, "un/article.md": ARTICLE, ...files };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The problem lines of a content folder, which is called `content` in them. */
function problemsOf(folder: string): readonly string[] {
  const read = readArchive(folder);
  return read.ok ? [] : read.problems.map((problem) => formatProblem(problem).replaceAll(folder, "content"));
}

/** `un/notes.txt: name` for each problem. */
function placesOf(folder: string): readonly string[] {
  return problemsOf(folder).map((line) => line.slice("content/".length).split(": found ")[0] ?? "");
}

function open(folder: string): Archive {
  const read = readArchive(folder);
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
  return read.archive;
}

describe("readArchive finds every problem of", () => {
  it.each(readdirSync(FIXTURES))("the fixture %s", (name) => {
    const expected = readFileSync(join(FIXTURES, name, "expected-problems.txt"), "utf8");
    expect(problemsOf(join(FIXTURES, name, "content"))).toEqual(expected.split("\n").slice(0, -1));
  });

  it("four files with an error each, in exactly four lines", () => {
    expect(placesOf(join(FIXTURES, "four-at-once/content"))).toEqual([
      "deux/article.md: author",
      "un/article.md: published",
      "un/comments/2.md: inReplyTo",
      "un/comments/3.md: autor",
    ]);
  });

  it("a content folder that is not there", () => {
    expect(problemsOf(join(root, "none"))).toEqual([
      "content: file: found nothing, expected a folder that can be read",
    ]);
  });

  it("files under names that are none", () => {
    const article = { "article.md": ARTICLE };
    const folders = [
      "Un",
      "con",
      "sitemap",
      "c",
      "u n",
      "é",
      "e\u0301",
      "-a",
      "a".repeat(65),
      "e\nvil: \u202e",
    ];
    const files = folders.flatMap((folder) =>
      Object.entries(article).map(([name, text]) => [`${folder}/${name}`, text]),
    );
    const folder = writeArchive({
      ...Object.fromEntries(files),
      "notes.txt": "x",
      "authors/Ana.md": AUTHOR,
      "authors/lpt1.md": AUTHOR,
      "authors/ana.txt": "x",
      "un/notes.txt": "x",
      "un/photo.svg": "<svg/>",
      "un/photo d.png": PNG,
      "un/drafts/1.md": comment(1),
      "un/comments/1.md": comment(1),
      "un/comments/1.txt": "x",
      "un/comments/Foo.md": comment(2),
      "un/comments/nul.md": comment(2),
      "un/comments/old/1.md": comment(2),
      "un/comments/3.md": comment(3, "inReplyTo: foo\n"),
      "deux/Article.md": ARTICLE,
      "trois/notes.md": "x",
    });
    expect(placesOf(folder)).toEqual(
      [
        "-a: name",
        "Un: name",
        `${"a".repeat(65)}: name`,
        "authors/Ana.md: name",
        "authors/ana.txt: name",
        "authors/lpt1.md: name",
        "c: name",
        "con: name",
        "deux/Article.md: name",
        "e\\u{a}vil: \\u{202e}: name",
        "é: name",
        "notes.txt: name",
        "sitemap: name",
        "trois/article.md: file",
        "trois/notes.md: name",
        "u n: name",
        "un/comments/1.txt: name",
        "un/comments/Foo.md: name",
        "un/comments/nul.md: name",
        "un/comments/old: name",
        "un/drafts: name",
        "un/notes.txt: name",
        "un/photo d.png: name",
        "un/photo.svg: name",
        "é: name",
      ].map((place) => (place === "é: name" ? expect.stringMatching(/^(?:é|e\u0301): name$/) : place)),
    );
  });
});

describe("readArchive refuses, and never opens,", () => {
  it("links, FIFOs and other things that are no files", () => {
    const folder = writeArchive({
      "deux/article.md": ARTICLE.replace("ana", "linked"),
      "un/comments/1.md": comment(1, "inReplyTo: 3\n"),
    });
    const linkTo = (path: string, target: string) => symlinkSync(target, join(folder, path));
    linkTo("linked", join(folder, "un"));
    linkTo("authors/linked.md", "/etc/passwd");
    linkTo("un/comments/2.md", "1.md");
    linkTo("un/picture.png", "/nowhere");
    expect(spawnSync("mkfifo", [join(folder, "un/comments/3.md"), join(folder, "trois.md")]).status).toBe(0);
    expect(problemsOf(folder)).toEqual(
      [
        ["authors/linked.md", "a symbolic link"],
        ["linked", "a symbolic link"],
        ["trois.md", "a FIFO"],
        ["un/comments/2.md", "a symbolic link"],
        ["un/comments/3.md", "a FIFO"],
        ["un/picture.png", "a symbolic link"],
      ].map(([path, found]) => `content/${path}: file: found ${found}, expected a regular file or a folder`),
    );
  });

  it("a folder of authors, of comments, or an article, that is a link", () => {
    const folder = writeArchive({});
    for (const path of ["authors", "un/article.md"]) {
      rmSync(join(folder, path), { recursive: true });
      symlinkSync(FIXTURES, join(folder, path));
    }
    symlinkSync(FIXTURES, join(folder, "un/comments"));
    expect(placesOf(folder)).toEqual(["authors: file", "un/article.md: file", "un/comments: file"]);
  });

  it("a folder where a file should be, and a file where a folder should be", () => {
    const folder = writeArchive({
      "un/comments": "x",
      "deux/article.md/x": "x",
      "trois/comments/1.md/x": "x",
      "trois/article.md": ARTICLE,
    });
    expect(placesOf(folder)).toEqual([
      "deux/article.md: name",
      "trois/comments/1.md: name",
      "un/comments: name",
    ]);
  });

  it("pictures whose names differ in case only, which some systems cannot hold beside each other", () => {
    const folder = writeArchive({ "un/map.png": PNG, "un/Map.png": PNG, "un/plan.png": PNG });
    expect(placesOf(folder)).toEqual(["un/map.png: name"]);
  });

  it("files that are too large", () => {
    const folder = writeArchive({
      "un/comments/1.md": Buffer.alloc(1024 * 1024 + 1, "x"),
      "deux/article.md": ARTICLE.replace(
        "---\nText",
        "image: { alt: a, credit: c, file: vue.png }\n---\nText",
      ),
      "deux/vue.png": Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024)]),
    });
    expect(placesOf(folder)).toEqual(["deux/vue.png: file", "un/comments/1.md: file"]);
  });
});

describe("an archive of every hazard at once", () => {
  const repeat = (text: string, times: number) => `---\na: ${text.repeat(times)}\n---\n`;
  const laughs = Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`).join("\n");
  const hazards: Readonly<Record<string, string | Uint8Array>> = {
    utf8: Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff]),
    surrogate: Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xed, 0xa0, 0x80]),
    utf16: Buffer.from(`\ufeff${comment(1)}`, "utf16le"),
    zero: comment(1, "published: \0\n"),
    control: comment(1, "reason: \u001b]0;title\u0007\n"),
    cr: comment(1).replaceAll("\n", "\r"),
    empty: "",
    none: "Text.\n",
    unclosed: "---\nauthor: Bob\n",
    blank: `\n${comment(1)}`,
    js: "---js\n(globalThis.pwned = 1)\n---\n",
    constructor: "---constructor\na: b\n---\n",
    laughs: `---\n${laughs}\n---\n`,
    cyclic: "---\na: &a [*a]\n---\n",
    merge: "---\n<<: { author: Bob }\n---\n",
    twice: comment(1, "position: 2\n"),
    proto: comment(1, "__proto__: { status: missing }\n"),
    tag: comment(1, 'reason: !!js/function "f"\n'),
    brackets: repeat("[", 40_000),
    braces: repeat("{", 40_000),
    dashes: repeat("- ", 30_000),
    huge: repeat("x", 70_000),
    large: new Uint8Array(2 * 1024 * 1024),
    blanks: `---\n${"\n".repeat(50_000)}a: b\n---\n`,
    list: "---\n- a\n---\n",
    scalar: "---\njust text\n---\n",
    delimiter: "---\nreason: |\n  a\n---b\nposition: 1\n---\n",
  };

  it("gives one line for each, and nothing is run", () => {
    const files = Object.entries(hazards).map(([name, content]) => [`un/comments/${name}.md`, content]);
    const replies = Object.keys(hazards).map((name, i) => [
      `un/comments/r-${name}.md`,
      comment(i + 1, `inReplyTo: ${name}\n`),
    ]);
    const folder = writeArchive(Object.fromEntries([...files, ...replies]));
    const paths = placesOf(folder).map((place) => place.split(": ")[0]);
    expect(paths).toEqual(
      Object.keys(hazards)
        .map((name) => `un/comments/${name}.md`)
        .sort(),
    );
    expect("pwned" in globalThis).toBe(false);
  });
});

describe("readArchive reads", () => {
  it("what sources lack: an archive, an article and a comment with nothing but what they must have", () => {
    const folder = writeArchive({
      "archive.md": "---\nname: A\nlanguage: fr\n---\n",
      "un/article.md": "---\ntitle: T\nlanguage: fr\nsource: { name: S, url: 'https://s.example/' }\n---\n",
      "un/comments/2.md": "---\nposition: 2\nstatus: hidden\n---\n",
    });
    const { settings, articles } = open(folder);
    expect(settings).toEqual({
      cards: "articles",
      name: "A",
      language: "fr",
      url: "http://localhost:3000/",
      tag: "localhost,2026:/",
      description: "",
    });
    expect(articles).toMatchObject([{ status: "present", body: "", timeZone: "UTC" }]);
    expect(articles[0]).not.toHaveProperty("author");
    expect(articles[0]).not.toHaveProperty("published");
    expect(articles[0]?.thread.byId.get("2")?.comment).toEqual({ id: "2", status: "hidden", position: 2 });
  });

  it("a file beside an article only where one of its texts links it", () => {
    const linked = { "un/comments/1.md": `${comment(1)}See [it](report.pdf).\n`, "un/report.pdf": "%PDF" };
    const { articles } = open(writeArchive(linked));
    expect(articles[0]?.files).toMatchObject([
      { file: "report.pdf", mediaType: "application/pdf", bytes: 4 },
    ]);
    expect(placesOf(writeArchive({ ...linked, "un/notes.txt": "x" }))).toEqual(["un/notes.txt: name"]);
    expect(placesOf(writeArchive({ ...linked, "un/comments/1.md": comment(1) }))).toEqual([
      "un/report.pdf: name",
    ]);
  });

  it("an article that was erased only as its tombstone", () => {
    const folder = writeArchive({ "erased.txt": "un/\t\thttps://s.example/\n" });
    expect(problemsOf(folder)).toEqual([
      'content/un/article.md: status: found "present", expected status: erased, since erased.txt lists this article',
    ]);
  });

  it("every key of a sound archive", () => {
    const { settings, articles } = open(join(FIXTURES, "sound/content"));
    expect(settings).toEqual({
      name: "Essais",
      language: "fr",
      url: "https://archive.example/",
      keeper: "Une archiviste",
      contact: "mailto:retrait@archive.example",
      tag: "archive.example,2026:/",
      indexing: "refused",
      licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
      cards: "articles",
      description: "",
    });
    expect(articles.map(({ slug }) => slug)).toEqual(["deux", "un"]);
    const { thread, ...article } = articles[1] ?? expect.unreachable();
    expect(article).toEqual({
      slug: "un",
      formerSlugs: [],
      title: "Un titre: complet",
      language: "fr-FR",
      author: {
        id: "ana",
        name: "Ana Lopez",
        role: "Rédactrice",
        organisation: "Le Journal",
        url: "https://journal.example/ana",
        biography: "\nElle écrit.\n",
      },
      published: "2021-01-15T09:00:00+01:00",
      timeZone: "Europe/Paris",
      summary: "Deux lignes\nde chapeau.\n",
      source: { name: "Le Journal", url: "https://journal.example/article" },
      citedSources: [{ name: "CNN Business" }, { name: "AFP", url: "https://afp.example/" }],
      picture: { status: "lost", alt: "", credit: "© Parler" },
      pictures: [],
      commentsAnnounced: 6,
      captured: "2021-01-20",
      leftOut: "La publicité.",
      status: "present",
      body: "Première ligne du texte.\n",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(thread.inSourceOrder.map(({ comment }) => comment)).toEqual([
      {
        id: "1",
        status: "present",
        position: 1,
        author: "_Ludo",
        published: "2021-01-15T10:00Z",
        edited: { date: "2021-01-15T11:00:00.5+01:00" },
        source: { id: "0123", url: "https://forum.example/t/1" },
        body: "\nUn commentaire.\n",
      },
      {
        id: "2",
        status: "present",
        position: 2,
        author: "Zoé",
        reply: { parentId: "1", basis: "mention" },
        body: "\n@_ludo Oui.\n",
      },
      { id: "lost", status: "missing" },
      {
        id: "4",
        status: "erased",
        position: 4,
        author: "Zoé",
        reason: "À la demande de son auteur.",
        reply: { parentId: "lost", basis: "explicit" },
      },
      {
        id: "5",
        status: "present",
        position: 5,
        author: "_Ludo",
        reply: { parentId: "lost", basis: "quote" },
        body: "\nUn commentaire.\n",
      },
    ]);
    expect(thread.completeness).toEqual({ present: 3, erased: 1, missing: 1, announced: 6, gaps: [3, 6] });
  });

  it("a picture with its dimensions", () => {
    const article = ARTICLE.replace("---\nText", "image: { alt: a, credit: c, file: vue.png }\n---\nText");
    const { articles } = open(writeArchive({ "un/article.md": article, "un/vue.png": PNG }));
    expect(articles[0]?.picture).toEqual({
      status: "preserved",
      file: "vue.png",
      width: 640,
      height: 384,
      alt: "a",
      credit: "c",
    });
  });

  it("an article without comments, and files that begin with a dot not at all", () => {
    const { articles } = open(
      writeArchive({ ".git/config": "x", "un/.DS_Store": "x", "un/comments/.gitkeep": "" }),
    );
    expect(articles[0]?.thread.inSourceOrder).toEqual([]);
  });

  it("the content folder through a link, and with a slash behind its name", () => {
    const folder = writeArchive({});
    symlinkSync(folder, `${folder}-link`);
    expect(open(`${folder}-link/`)).toEqual(open(folder));
  });

  it("articles, the newest first, those of one instant by their slugs", () => {
    const dates = { aa: "2021-01-15T09:00:00Z", bb: "2021-01-15T10:00:00+01:00", cc: "2022-01-15T09:00:00Z" };
    const files = Object.entries(dates).map(([slug, date]) => [
      `${slug}/article.md`,
      ARTICLE.replace("2021-01-15T09:00:00Z", date),
    ]);
    const { articles } = open(writeArchive(Object.fromEntries(files)));
    expect(articles.map(({ slug }) => slug)).toEqual(["cc", "aa", "bb", "un"]);
  });
});

describe("the digest", () => {
  const files = { "un/comments/1.md": comment(1), "deux/article.md": ARTICLE };

  it("does not depend on where the content lies", () => {
    const folder = writeArchive(files);
    cpSync(folder, `${folder}-copy`, { recursive: true });
    expect(open(`${folder}-copy`)).toEqual(open(folder));
  });

  it.each([
    ["a comment", "un/comments/1.md", ["un"]],
    ["an article", "deux/article.md", ["deux"]],
    ["an author", "authors/ana.md", ["deux", "un"]],
  ])("changes with %s, and that of no other article", (_, path, changed) => {
    const folder = writeArchive(files);
    const before = open(folder);
    appendFileSync(join(folder, path), " ");
    const after = open(folder);
    const differing = after.articles.filter(({ digest }, i) => digest !== before.articles[i]?.digest);
    expect(differing.map(({ slug }) => slug)).toEqual(changed);
  });
});

describe("what identifiers begin with", () => {
  const named = (line: string) => SETTINGS.replace("keeper:", `${line}keeper:`);

  it("is what archive.md names", () => {
    const { settings } = open(writeArchive({ "archive.md": named("tag: old.example,2020-05\n") }));
    expect(settings.tag).toBe("old.example,2020-05:/");
  });

  it("has to be named where the host cannot be an authority", () => {
    const address = SETTINGS.replace("https://a.example/x", "https://[::1]/");
    expect(placesOf(writeArchive({ "archive.md": address }))).toEqual(["archive.md: tag"]);
    const whole = address.replace("keeper:", "tag: a.example,2020\nkeeper:");
    expect(open(writeArchive({ "archive.md": whole })).settings.tag).toBe("a.example,2020:/");
  });
});

describe("cards", () => {
  const written = (lines: readonly string[]) =>
    writeArchive({ "archive.md": SETTINGS.replace("keeper:", `${lines.join("\n")}\nkeeper:`) });

  it.each<[string, readonly string[]]>([
    ["all", ["cards: all"]],
    ["articles", ["cards: articles"]],
    ["none", ["cards: none"]],
    ["articles", ["tag: a.example,2020"]],
    ["all", ["commentCards: on"]],
    ["articles", ["commentCards: off"]],
    ["all", ["commentCards: on", "cards: all"]],
    ["articles", ["commentCards: off", "cards: articles"]],
    ["none", ["commentCards: off", "cards: none"]],
  ])("are made for %s where archive.md says %j", (expected, lines) => {
    expect(open(written(lines)).settings).toMatchObject({ cards: expected });
    expect(open(written(lines)).settings).not.toHaveProperty("commentCards");
  });

  it.each([
    ["all", "off", "on"],
    ["articles", "on", "off"],
    ["none", "on", "off"],
  ])("cannot be for %s when commentCards is %s", (cards, commentCards, agreed) => {
    expect(problemsOf(written([`cards: ${cards}`, `commentCards: ${commentCards}`]))).toEqual([
      `content/archive.md: commentCards: found "${commentCards}", expected no such key beside "cards: ${cards}", or ${agreed}`,
    ]);
  });
});

describe("openArchive", () => {
  it("reads the folder and the address that the environment names, once", () => {
    const folder = writeArchive({});
    vi.stubEnv("ARCHIVE_CONTENT", folder);
    expect(openArchive().settings.url).toBe("https://a.example/x/");
    vi.stubEnv("ARCHIVE_URL", "http://localhost:3000");
    expect(openArchive().settings.url).toBe("http://localhost:3000/");
    // Identifiers do not follow the address at which a copy is published.
    expect(openArchive().settings.tag).toBe("a.example,2026:/x/");
    expect(openArchive()).toBe(openArchive());
  });

  it("reads again in development", () => {
    const folder = writeArchive({});
    vi.stubEnv("ARCHIVE_CONTENT", folder);
    vi.stubEnv("NODE_ENV", "development");
    const before = openArchive();
    appendFileSync(join(folder, "un/article.md"), "More.\n");
    expect(openArchive().articles[0]?.body).toBe(`${before.articles[0]?.body}More.\n`);
  });

  it("throws one error with every problem, the address included", () => {
    vi.stubEnv("ARCHIVE_CONTENT", writeArchive({ "un/notes.txt": "x", "deux/article.md": "x" }));
    vi.stubEnv("ARCHIVE_URL", "ftp://a.example");
    expect(() => openArchive()).toThrow(
      /^ARCHIVE_URL: url: found "ftp:.*\n.*deux\/article\.md: line 1.*\n.*notes\.txt: name.*$/,
    );
  });
});
