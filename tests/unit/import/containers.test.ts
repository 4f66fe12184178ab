import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readText, type TextInput } from "../../../lib/import/containers/input";
import { readJsonParts } from "../../../lib/import/containers/json";
import { openInputs } from "../../../lib/import/containers/open-inputs";
import { surveyInput } from "../../../lib/import/containers/survey";
import { readXmlElements } from "../../../lib/import/containers/xml";
import { noRepairs } from "../../../lib/import/systems/xml-repairs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-containers-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function readAll(path: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const input of openInputs(path)) files[input.name] = await readText(await surveyInput(input));
  return files;
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function survey(name: string, bytes: string | Uint8Array): Promise<TextInput> {
  writeFileSync(join(folder, name), bytes);
  for await (const input of openInputs(join(folder, name))) return surveyInput(input);
  throw new Error("no input");
}

/** A ZIP of one method (APPNOTE 4.3), with any names and sizes. */
function makeZip(entries: readonly { name: string; bytes: Buffer; claimed?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimed = bytes.length } of entries) {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    locals.push(Buffer.from("PK\u0003\u0004", "latin1"), common, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), common, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe("a source", () => {
  it("is a folder's files, in the order in which people count, hidden ones and links aside", async () => {
    for (const name of ["post-10.json", "post-2.json", ".hidden"]) writeFileSync(join(folder, name), name);
    symlinkSync("/etc/hostname", join(folder, "link.json"));
    mkdirSync(join(folder, "sub"));
    writeFileSync(join(folder, "sub", "a.json"), "a");
    expect(Object.keys(await readAll(folder))).toEqual(["post-2.json", "post-10.json", "sub/a.json"]);
  });

  it("is a pack's files, whose names lead nowhere", async () => {
    writeFileSync(join(folder, "a.zip"), makeZip([{ name: "in/a.json", bytes: Buffer.from("[1]") }]));
    expect(await readAll(join(folder, "a.zip"))).toEqual({ "a.zip/in/a.json": "[1]" });
    writeFileSync(join(folder, "b.zip"), makeZip([{ name: "../../etc/passwd", bytes: Buffer.from("x") }]));
    await expect(readAll(join(folder, "b.zip"))).rejects.toThrow(
      /b\.zip: file: found .*, expected a ZIP that is whole/u,
    );
  });

  it("is refused where it grows beyond what text does, whatever it says of its size", async () => {
    const bomb = makeZip([{ name: "a.json", bytes: Buffer.alloc(64 * 1024 * 1024), claimed: 10 }]);
    writeFileSync(join(folder, "bomb.zip"), bomb);
    await expect(readAll(join(folder, "bomb.zip"))).rejects.toThrow(
      /bomb\.zip\/a\.json: zip: found more than \d+ bytes/u,
    );
  });

  it("is a packed file's text", async () => {
    writeFileSync(join(folder, "a.json.gz"), gzipSync("[1]"));
    expect(await readAll(join(folder, "a.json.gz"))).toEqual({ "a.json.gz": "[1]" });
    writeFileSync(join(folder, "cut.gz"), gzipSync("[1]".repeat(1000)).subarray(0, 20));
    await expect(readAll(join(folder, "cut.gz"))).rejects.toThrow(/cut\.gz: file: found/u);
  });

  it("is refused where the pack is cut off", async () => {
    const whole = makeZip([{ name: "a.json", bytes: Buffer.from("[1]") }]);
    writeFileSync(join(folder, "cut.zip"), whole.subarray(0, whole.length - 30));
    await expect(readAll(join(folder, "cut.zip"))).rejects.toThrow(/cut\.zip: file: found/u);
  });

  it("is refused where it is not there", async () => {
    await expect(readAll(join(folder, "none"))).rejects.toThrow(/none: file: found .*ENOENT/u);
  });
});

describe("an encoding", () => {
  it.each([
    ["UTF-8 with a mark", Buffer.from("\ufeffé"), undefined],
    ["UTF-16 with a mark", Buffer.from("\ufeffé", "utf16le"), /utf-16le/u],
    [
      "what XML declares",
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-15"?>\n<a>é</a>', "latin1"),
      /iso-8859-15/u,
    ],
    [
      "what its letters look like",
      Buffer.from("Les élèves ont été reçus à l’école du château".replace("’", "'"), "latin1"),
      /by its letters/u,
    ],
  ])("is %s", async (_, bytes, remark) => {
    const input = await survey("a.txt", bytes);
    expect(await readText(input)).toContain("é");
    expect(await readText(input)).not.toMatch(/[\ufeff\ufffd]/u);
    if (remark === undefined) expect(input.encodingRemark).toBeUndefined();
    else expect(input.encodingRemark).toMatch(remark);
  });
});

describe("JSON", () => {
  const documents = ['{"id":1,"list":[{"a":[1,2]},"b"],"o":{"x":{"y":[]}}}', "[1,[2],{}]", "{}\n[3]\n4"];

  it.each(documents)("in parts is the same as whole: %s", async (text) => {
    const input = await survey("a.json", text);
    const whole = await collect(readJsonParts(input));
    if (!text.includes("\n")) expect(await collect(readJsonParts(input, 0))).toEqual(whole);
    expect(whole.length).toBeGreaterThan(2);
  });

  it("that is cut off says where", async () => {
    const input = await survey("a.json", '{"a": [1, 2,\n {"b": "c');
    await expect(collect(readJsonParts(input))).rejects.toThrow(
      "a.json: line 2: found the end of the file, expected JSON that is whole",
    );
    await expect(collect(readJsonParts(input, 0))).rejects.toThrow(
      /a\.json: file: found .*, expected JSON that is whole/u,
    );
  });

  it("may be nested beyond all reason", async () => {
    const depth = 100_000;
    const input = await survey("a.json", `${"[".repeat(depth)}${"]".repeat(depth)}`);
    expect(await collect(readJsonParts(input))).toHaveLength(1);
  });
});

describe("XML", () => {
  const read = async (text: string, names: readonly string[] = ["a"]) => {
    const repairs = noRepairs();
    const elements = await collect(readXmlElements(await survey("a.xml", text), new Set(names), repairs));
    return { elements, repairs };
  };

  it("has characters that it forbids replaced, and HTML's references decoded, each counted", async () => {
    const { elements, repairs } = await read(
      "<r><a>x\u0001&nbsp;y&amp;z</a><a><![CDATA[\u0002&nbsp;<b>]]></a></r>",
    );
    expect(elements.map(({ text }) => text)).toEqual(["x␁\u00a0y&z", "␂&nbsp;<b>"]);
    expect(repairs).toMatchObject({ controls: 2, references: 1 });
  });

  it("expands no entity and fetches nothing", async () => {
    const bomb =
      '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><r><a>&a;&b;</a></r>';
    await expect(read(bomb)).rejects.toThrow(/a\.xml: line 1: found undefined entity/u);
  });

  it("is refused where it is cut off, behind what was whole", async () => {
    const repairs = noRepairs();
    const elements: string[] = [];
    const input = await survey("a.xml", "<r><a>1</a>\n<a>2");
    const reading = async () => {
      for await (const { text } of readXmlElements(input, new Set(["a"]), repairs)) elements.push(text);
    };
    await expect(reading()).rejects.toThrow("a.xml: line 2: found unclosed tag: a, expected well-formed XML");
    expect(elements).toEqual(["1"]);
  });

  it("is refused where it is nested beyond all reason", async () => {
    await expect(read("<r>".repeat(1000))).rejects.toThrow(/nested too deep/u);
  });

  it("may come in pieces of any size", async () => {
    const text = `<r>${Array.from({ length: 3000 }, (_, index) => `<a n="${index}">é&nbsp;${index}<![CDATA[<x>&amp;]]></a>`).join("\n")}</r>`;
    const { elements } = await read(text);
    expect(elements).toHaveLength(3000);
    expect(elements.every(({ text: words, attributes }) => words === `é\u00a0${attributes.n}<x>&amp;`)).toBe(
      true,
    );
  });
});
