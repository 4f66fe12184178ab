import type { Random } from "./random";
import type { Words } from "./text";

/*
 * Threads that branch as real ones do. Comments are numbered from 1, people from 0, the article's author being the
 * first of them.
 */

/**
 * Most comments answer a recent one and a fifth begin a conversation; the first even numbers, `depth` of them, answer
 * each other.
 */
export function chooseParent(id: number, depth: number, random: Random): number | undefined {
  if (id % 2 === 0 && id <= 2 * depth) return id === 2 ? undefined : id - 2;
  if (id === 1 || random() < 0.2) return undefined;
  return Math.max(1, id - 1 - Math.floor(random() ** 2 * 30));
}

/** A few people write most of it, the article's author among them. */
export function chooseWriter(id: number, people: number, random: Random): number {
  return id % 41 === 0 ? 0 : 1 + Math.floor(random() ** 2.2 * (people - 1));
}

export const AUTHOR = "Ada Example";

export function nameOf(person: number, words: Words): string {
  return person === 0 ? AUTHOR : `${words[(person * 7) % words.length]}_${person}`;
}

/** Most comments are a sentence or two; a few are long. In words. */
export function chooseLength(random: Random): number {
  return 4 + Math.floor(random() ** 3 * 150);
}
