import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { openCardStore } from "../../../../lib/share/cards/card-cache";
import { forgetCards } from "../../../../lib/share/cards/card-files";
import { makeFolder, writeFiles } from "../../folders";
import { smallContent } from "../../small-content";
import { cardOf, tools } from "./cards";

const CARDS = ".next/cache/cards";

describe("the store of cards", () => {
  it("draws a card once: afterwards it reads the file", async () => {
    const project = makeFolder();
    const png = await openCardStore(project, tools).draw(cardOf());
    const [name = "", ...others] = readdirSync(join(project, CARDS));
    expect([name, others]).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/u), []]);
    const path = join(project, CARDS, name);
    // As long, and still a whole image: what comes back can only be the file.
    const marked = readFileSync(path).fill(7, 40, 44);
    writeFileSync(path, marked);
    utimesSync(path, 1, 1);
    expect(Buffer.from(await openCardStore(project, tools).draw(cardOf())).equals(marked)).toBe(true);
    expect(marked.equals(png)).toBe(false);
    expect(statSync(path).mtimeMs).toBe(1000);
  });

  it("keeps another file for other words, another name, another hue", async () => {
    const project = makeFolder();
    const store = openCardStore(project, tools);
    const cards = [cardOf(), cardOf({ text: "Une phrase !" }), cardOf({ name: "Zoe" }), cardOf({ hue: 4 })];
    for (const card of cards) await store.draw(card);
    expect(readdirSync(join(project, CARDS))).toHaveLength(cards.length);
  });

  it("draws anew what is no whole image", async () => {
    const project = makeFolder();
    const store = openCardStore(project, tools);
    const png = Buffer.from(await store.draw(cardOf()));
    const [name = ""] = readdirSync(join(project, CARDS));
    for (const broken of [Buffer.alloc(0), png.subarray(0, 5_000), Buffer.from("no image")]) {
      writeFileSync(join(project, CARDS, name), broken);
      expect(png.equals(await store.draw(cardOf()))).toBe(true);
    }
  });

  it("forgets all of them", async () => {
    const project = makeFolder();
    await openCardStore(project, tools).draw(cardOf());
    forgetCards(project);
    forgetCards(project);
    expect(existsSync(join(project, CARDS))).toBe(false);
  });
});

it("erasing a comment forgets the cards: one of them shows its words", () => {
  const folder = makeFolder(smallContent(1));
  writeFiles(folder, { [`${CARDS}/0.png`]: "words" });
  const command = fileURLToPath(new URL("../../../../lib/commands/erase.ts", import.meta.url));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const words = ["--import", loader, command, "art", "1", "--reason", "At her request."];
  const env = { ...process.env, ARCHIVE_CONTENT: "content" };
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(readFileSync(join(folder, "content/art/comments/1.md"), "utf8")).toContain("status: erased");
  expect(existsSync(join(folder, CARDS))).toBe(false);
});
