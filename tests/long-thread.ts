import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a generated thread is made of. */
export type LongThread = {
  readonly comments: number;
  /** Levels of the deepest chain. */
  readonly depth: number;
  readonly people: number;
};

const WORDS =
  `the archive keeps a page with its conversation and nobody knows yet who will read it but a reader comes
back after years to look for one sentence that somebody wrote late at night in answer to a question about trains music
law gardens or the weather and finds it where it was`.split(/\s+/u);

/**
 * Writes a content folder with one article, `long-thread`, and a thread that branches as real ones do: most comments
 * answer a recent one, a fifth begins a conversation, and one exchange goes down to the depth asked for. The same
 * arguments give the same files.
 */
export function writeLongThread(folder: string, { comments, depth, people }: LongThread): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "long-thread/comments"), { recursive: true });
  mkdirSync(join(folder, "authors"), { recursive: true });
  writeFileSync(join(folder, "archive.md"), ARCHIVE);
  writeFileSync(
    join(folder, "authors/ada.md"),
    "---\nname: Ada Example\n---\n\nAda writes about archives.\n",
  );
  writeFileSync(join(folder, "long-thread/article.md"), ARTICLE);
  const random = createRandom(1);
  for (let id = 1; id <= comments; id++) {
    const parent = chooseParent(id, depth, random);
    const lines = [
      "---",
      `author: ${nameOf(chooseWriter(id, people, random))}`,
      `position: ${id}`,
      `published: ${new Date(Date.UTC(2015, 2, 1, 8, id * 7)).toISOString()}`,
      ...(parent === undefined ? [] : [`inReplyTo: ${parent}`]),
      "---",
      "",
      `${writeWords(4 + Math.floor(random() ** 3 * 150), random)}\n`,
    ];
    writeFileSync(join(folder, `long-thread/comments/${id}.md`), lines.join("\n"));
  }
}

const ARCHIVE = `---
name: Long threads
commentCards: off
language: en
url: https://long.example/
keeper: The keeper
contact: mailto:keeper@long.example
---
`;

const ARTICLE = `---
title: An article with a long thread
language: en
author: ada
published: 2015-03-01T08:00:00Z
timeZone: Europe/London
source:
  name: The Example Forum
  url: https://forum.example/long
---

An article of one sentence, and a conversation that did not end for a while.
`;

/** The first `depth` even numbers answer each other; the others a recent comment, or nobody. */
function chooseParent(id: number, depth: number, random: () => number): number | undefined {
  if (id % 2 === 0 && id <= 2 * depth) return id === 2 ? undefined : id - 2;
  if (id === 1 || random() < 0.2) return undefined;
  return Math.max(1, id - 1 - Math.floor(random() ** 2 * 30));
}

/** A few people write most of it, Ada, whose article it is, among them. */
function chooseWriter(id: number, people: number, random: () => number): number {
  return id % 41 === 0 ? 0 : 1 + Math.floor(random() ** 2.2 * (people - 1));
}

function nameOf(person: number): string {
  return person === 0 ? "Ada Example" : `${WORDS[(person * 7) % WORDS.length]}_${person}`;
}

function writeWords(count: number, random: () => number): string {
  const words = Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return `${words.join(" ")}.`.replace(/^./u, (letter) => letter.toUpperCase());
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
