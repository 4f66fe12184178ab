import { hashText } from "../../archive/hash-text";
import { indexOnce } from "../../archive/index-once";
import type { Thread } from "../../archive/model";
import { findParticipants, foldPersonName } from "../../archive/thread/participants";

/** How many hues participants are told apart by, evenly round the circle; the style sheet and the cards have as many. */
export const HUES = 12;

/**
 * The number of a person's hue on everything about a thread, from 0 to 11: on its pages, its map and its cards.
 *
 * @param name of a participant, or of somebody who does not take part, such as the article's author, who has the hue of
 * the name
 */
export function hueIn(thread: Thread, name: string): number {
  const folded = foldPersonName(name);
  return huesIn(thread).get(folded) ?? hueOf(folded);
}

const huesIn = indexOnce((thread: Thread) => assignHues(findParticipants(thread).map(({ name }) => name)));

/**
 * A hue for each of a thread's participants. Who comes first keeps the hue of the name; whose hue is taken gets the free
 * one that lies farthest from all that are taken. So twelve people have twelve hues, the thirteenth begins a second
 * round, and nobody's hue changes when a thread grows.
 *
 * @param names in the order of their first comments; the ways to write one name count as one
 * @returns by `foldPersonName`, numbers from 0 to 11
 */
export function assignHues(names: readonly string[]): ReadonlyMap<string, number> {
  const hues = new Map<string, number>();
  let taken = new Set<number>();
  for (const name of new Set(names.map(foldPersonName))) {
    const own = hueOf(name);
    const hue = taken.has(own) ? findFarthest(own, taken) : own;
    hues.set(name, hue);
    taken.add(hue);
    if (taken.size === HUES) taken = new Set();
  }
  return hues;
}

/** Of several that lie as far, the first one going round from the hue of the name. */
function findFarthest(own: number, taken: ReadonlySet<number>): number {
  const round = Array.from({ length: HUES }, (_, step) => (own + step) % HUES);
  const gap = (hue: number) => Math.min(...[...taken].map((other) => distance(hue, other)));
  return round.reduce((best, hue) => (gap(hue) > gap(best) ? hue : best));
}

function distance(one: number, other: number): number {
  const steps = Math.abs(one - other);
  return Math.min(steps, HUES - steps);
}

/** The hue that hangs on the name alone. */
function hueOf(name: string): number {
  return hashName(name) % HUES;
}

/** MurmurHash3's finalizer behind the hash of the text: names that are alike get hues that are not. */
function hashName(name: string): number {
  let hash = hashText(name);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
