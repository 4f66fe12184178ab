import { spawnSync } from "node:child_process";
import fc from "fast-check";
import matter from "gray-matter";
import { afterEach, describe, expect, it } from "vitest";
import { FILE_LIMIT, parseFrontMatter } from "../../../../lib/archive/format/front-matter";
import { formatProblem } from "../../../../lib/archive/format/problem";

const PWNED = "__verbatimPwned";

function parse(file: string | Uint8Array) {
  return parseFrontMatter(typeof file === "string" ? Buffer.from(file) : file);
}

/** Every problem of a file as `field: found …`, without what was expected. */
function findProblems(file: string | Uint8Array): readonly string[] {
  const parsed = parse(file);
  if (parsed.ok) return [];
  return parsed.problems.map(
    (problem) => formatProblem({ path: "x", ...problem }).split(", expected ")[0] ?? "",
  );
}

function fieldsOf(file: string): Record<string, unknown> {
  const parsed = parse(file);
  return parsed.ok ? { ...parsed.value.fields } : { problems: parsed.problems };
}

function bodyOf(file: string | Uint8Array): string | undefined {
  const parsed = parse(file);
  return parsed.ok ? parsed.value.body : undefined;
}

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))),
  );
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, PWNED);
});

describe("a file", () => {
  it.each([
    ["LF", "---\na: b\n---\n\nText.\n", "\nText.\n"],
    ["CRLF", "---\r\na: b\r\n---\r\n\r\nText.\r\n", "\r\nText.\r\n"],
    ["a byte order mark", "\ufeff---\na: b\n---\nText.", "Text."],
    ["no line break behind the closing line", "---\na: b\n---", ""],
    ["further lines of ---", "---\na: b\n---\nText.\n---\nMore.\n", "Text.\n---\nMore.\n"],
    ["U+FFFD", "---\na: b\n---\n\ufffd?\n", "\ufffd?\n"],
    ["a lone CR in the text", "---\na: b\n---\nx\ry", "x\ry"],
  ])("keeps its text to the letter: %s", (_, file, body) => {
    expect(bodyOf(file)).toBe(body);
    expect(fieldsOf(file)).toEqual({ a: "b" });
  });

  it.each<[string, string | Uint8Array, string]>([
    ["is empty", "", "line 1: found an empty file"],
    ["has no front matter", "Text.\n", 'line 1: found "Text."'],
    ["begins with an empty line", "\n---\na: b\n---\n", 'line 1: found ""'],
    ["names a language", "---js\n{}\n---\n", 'line 1: found "---js"'],
    ["names a method of Object", "---toString\na: b\n---\n", 'line 1: found "---toString"'],
    ["begins with four dashes", "----\na: b\n---\n", 'line 1: found "----"'],
    ["does not close its front matter", "---\na: b\n\nText.\n", "line 1: found front matter without an end"],
    ["ends its lines with CR", "---\ra: b\r---\rText.\r", "file: found lines that end with CR alone"],
    ["has a byte that is not UTF-8", bytes("---\na: ", [0xff], "\n---\n"), "byte 7: found 0xff"],
    ["has an encoded surrogate", bytes("---\n---\n", [0xed, 0xa0, 0x80]), "byte 8: found 0xed"],
    ["has an overlong form", bytes("---\n", [0xc0, 0xaf]), "byte 4: found 0xc0"],
    ["ends within a character", bytes("---\na: b\n---\n\ufffd", [0xe2, 0x82]), "byte 16: found 0xe2"],
    ["has NUL in it", "---\na: b\n---\nx\0y", "byte 14: found 0x00"],
    [
      "has a control character in its front matter",
      "---\na: b\nc: \u001b[31m\n---\nx\n",
      'line 3: found "\\u001b"',
    ],
    ["is too large", new Uint8Array(FILE_LIMIT + 1), `file: found ${FILE_LIMIT + 1} bytes`],
    ["has too much front matter", `---\na: ${"x".repeat(65_536)}\n---\n`, "front matter: found 65540 bytes"],
    [
      "has a long run of white space",
      `---\na: b\n${"\n".repeat(2000)}---\n`,
      "line 2: found a longer run of blank characters",
    ],
  ])("is refused in one line when it %s", (_, file, problem) => {
    expect(findProblems(file)).toEqual([`x: ${problem}`]);
  });

  it("keeps every control character of its text but NUL", () => {
    const codes = [...Array(0x20).keys(), ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index)];
    const body = String.fromCharCode(...codes.filter((code) => code !== 0));
    expect(parseFrontMatter(Buffer.from(`---\na: b\n---\n${body}`))).toMatchObject({
      ok: true,
      value: { body },
    });
  });

  it("is never read as anything but what it says, whatever its bytes", () => {
    const anyFile = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc
        .tuple(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ unit: "binary" }))
        .map(([yaml, body]) => Buffer.from(`---\n${yaml}\n---\n${body}`)),
      fc
        .array(
          fc.constantFrom(
            "[",
            "{",
            "- ",
            "? ",
            ": ",
            "a: ",
            "\n",
            " ",
            '"',
            "'",
            "#",
            "|",
            ">",
            "&a",
            "*a",
            "!",
            "---",
            "\ufeff",
          ),
          { maxLength: 400 },
        )
        .map((tokens) => Buffer.from(`---\n${tokens.join("")}\n---\nText.`)),
    );
    const property = fc.property(anyFile, (file) => {
      const parsed = parseFrontMatter(file);
      if (parsed.ok) {
        const text = new TextDecoder().decode(file);
        expect(text.endsWith(parsed.value.body)).toBe(true);
        const front = text.slice(0, text.length - parsed.value.body.length);
        expect(front).toMatch(/^---\r?\n(?:.*\n)*?---\r?\n?$/s);
      } else {
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const problem of parsed.problems) {
          expect(formatProblem({ path: "x", ...problem })).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        }
      }
    });
    fc.assert(property, { numRuns: 2000, seed: 20210115 });
  });

  it("keeps every value and every text that is written as YAML says", () => {
    const word = fc
      .string({ unit: "grapheme", maxLength: 40 })
      .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
    const property = fc.property(word, fc.string({ unit: "grapheme" }), (value, body) => {
      fc.pre(!/[\p{Cc}\p{Cs}]/u.test(body));
      const parsed = parse(`---\nkey: ${JSON.stringify(value)}\n---\n${body}`);
      expect(parsed).toMatchObject({ ok: true, value: { fields: { key: value }, body } });
    });
    fc.assert(property, { numRuns: 500, seed: 20210115 });
  });
});

describe("front matter", () => {
  it("takes every value as the text that was written", () => {
    const yaml =
      "id: 0123\nbig: 12345678901234567890\nwhen: 2024-02-30\ntime: 12:30:45\nnone: ~\nempty:\nyes: yes\nhex: 0x1F";
    expect(fieldsOf(`---\n${yaml}\n---\n`)).toEqual({
      id: "0123",
      big: "12345678901234567890",
      when: "2024-02-30",
      time: "12:30:45",
      none: "~",
      empty: "",
      yes: "yes",
      hex: "0x1F",
    });
  });

  it("may hold lists, mappings, block scalars, and comments on lines of their own", () => {
    const yaml =
      "# a comment\nlist:\n  - name: x\n  # another\n  - { name: 'y # z', url: \"a: b\" }\ntext: |\n  one # two\n  three\n";
    expect(JSON.parse(JSON.stringify(fieldsOf(`---\n${yaml}---\n`)))).toEqual({
      list: [{ name: "x" }, { name: "y # z", url: "a: b" }],
      text: "one # two\nthree\n",
    });
  });

  it("ends at a line that is exactly ---, not at one that begins so", () => {
    expect(fieldsOf("---\nt: |\n  a\n  ---b\n  ---\nz: 2\n---\n")).toEqual({ t: "a\n---b\n---\n", z: "2" });
    expect(findProblems("---\nt: |\n  a\n---b\nz: 2\n---\n")).toEqual([
      'x: line 4: found a syntax error, "Implicit keys need to be on a single line"',
    ]);
  });

  it("has keys that mean nothing but themselves", () => {
    const fields = fieldsOf("---\nhasOwnProperty: x\ntoString: y\n---\n");
    expect(fields).toEqual({ hasOwnProperty: "x", toString: "y" });
    const parsed = parse("---\na: b\n---\n");
    expect(parsed.ok && Object.getPrototypeOf(parsed.value.fields)).toBe(null);
  });

  it.each([
    ["an anchor", "a: &x b", "line 2: found an anchor"],
    ["an alias", "a: *x", "line 2: found an alias"],
    ["an anchor that holds itself", "a: &a [*a]", "line 2: found an anchor"],
    ["a tag that makes a function", 'a: b\nid: !!js/function "f"', "line 3: found a tag"],
    ["any other tag", "a: !!str b", "line 2: found a tag"],
    ["a directive", "%YAML 1.1\n--- \na: b", "line 2: found a directive"],
    ["a second document", "a: b\n--- # two\nc: d", "line 3: found the start of another document"],
    ["an end of the document", "a: b\n...\nc: d", "line 3: found the end of the document"],
    ["a merge key", "<<: { a: b }\nc: d", "<<: found a key with a meaning of its own"],
    ["__proto__", "__proto__:\n  polluted: yes\na: b", "__proto__: found a key with a meaning of its own"],
    [
      "constructor, anywhere",
      "a:\n  - constructor: b",
      "a[0].constructor: found a key with a meaning of its own",
    ],
    ["a key twice", "a: b\na: c", "a: found the key a second time"],
    ["a key twice, anywhere", "a: { b: c, b: d }", "a.b: found the key a second time"],
    ["a list as a key", "? [a]\n: b", "front matter: found a key that is a list or a mapping"],
    ["a list", "- a", "front matter: found a list"],
    ["a text", "just text", "front matter: found a text without a key"],
    ["nothing", "", "front matter: found no key"],
    ["a comment alone", "# a: b", "front matter: found no key"],
    ["a comment behind a value", "title: Parler #1", "line 2: found a comment behind a value"],
    [
      "a colon in a plain value",
      "a: b: c",
      'line 2: found a syntax error, "Nested mappings are not allowed in compact mappings"',
    ],
    ["a control character", 'a: "\\e[31m"', 'a: found "\\u001b[31m"'],
    ["half a surrogate pair", 'a: "\\uD83D"', 'a: found "\\ud83d"'],
    ["a lone CR", "a: b\rc", 'a: found "b\\rc"'],
    ["C1 controls", "a: b\u0085c", 'a: found "b\\u{85}c"'],
    ["nine levels in a line", "a: [[[[[[[[[b]]]]]]]]]", "line 2: found values nested too deep"],
    [
      "nine levels by indentation",
      [..."abcdefghi"].map((key, i) => `${" ".repeat(i)}${key}:`).join("\n"),
      "a.b.c.d.e.f.g.h: found values nested too deep",
    ],
  ])("is refused in one line when it holds %s", (_, yaml, problem) => {
    const lines = findProblems(`---\n${yaml}\n---\nText.\n`);
    expect(lines).toEqual([`x: ${problem}`]);
  });

  it("names every key that is at fault at once", () => {
    expect(findProblems('---\na: "\\e"\nb: c\nb: d\nprototype: e\n---\n')).toEqual([
      'x: a: found "\\u001b"',
      "x: b: found the key a second time",
      "x: prototype: found a key with a meaning of its own",
    ]);
  });

  it.each(["[", "{", "- ", "? ", ": ", "[?", "{a: ", "-\n"])(
    "never overflows on thousands of %j",
    (token) => {
      expect(findProblems(`---\na: ${token.repeat(20_000 / token.length)}\n---\n`)).toHaveLength(1);
      expect(findProblems(`---\n${token.repeat(20_000 / token.length)}\n---\n`)).toHaveLength(1);
    },
  );

  it("bears the deepest stairs that fit into its size", () => {
    let stairs = "";
    for (let depth = 0; stairs.length < 60_000; depth += 1) stairs += `${" ".repeat(depth)}a:\n`;
    expect(findProblems(`---\n${stairs}---\n`)).toHaveLength(1);
  });
});

describe("the guard", () => {
  const hazard = `---js\n{ id: (globalThis.${PWNED} = 1) }\n---\nText.\n`;

  it("protects from code that gray-matter by itself would run", () => {
    expect(parse(hazard).ok).toBe(false);
    expect(PWNED in globalThis).toBe(false);
    matter(hazard, { language: "yaml" });
    expect(PWNED in globalThis).toBe(true);
  });

  it("protects from a front matter that gray-matter would end too early", () => {
    const file = "---\nt: a\n---b\n---\nText.\n";
    expect(matter(file, {}).content).not.toBe("Text.\n");
    expect(parse(file).ok).toBe(false);
  });

  it("protects from files that gray-matter refuses once and then lets pass", () => {
    const broken = "---\na: b: c\n---\nText that is read once.\n";
    expect(() => matter(broken)).toThrow();
    expect(matter(broken).data).toEqual({});
    expect(parse(broken).ok).toBe(false);
    expect(parse(broken).ok).toBe(false);
  });
  it("protects from depths at which the parser runs out of stack, or takes the process along", () => {
    const script = `import("yaml").then(({ parseDocument }) => {
      for (const token of ["[", "{", "- "]) console.log(parseDocument(token.repeat(30000)).errors.join());
    })`;
    const { status, stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
    expect(status === 0 ? stdout : "call stack").toContain("call stack");
    expect(findProblems(`---\n${"- ".repeat(30_000)}\n---\n`)).toEqual([
      "x: line 2: found values nested too deep",
    ]);
  });
});
