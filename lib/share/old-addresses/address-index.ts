import { hashText } from "../../archive/hash-text";
import { indexOnce } from "../../archive/index-once";
import type { OldAddress } from "./old-addresses";

/** Entries of one file on average; at 100 bytes each that is 50 KB, and some 8 KB on the way. */
const SHARD_ENTRIES = 500;

/** How many files hold the index of so many addresses: a power of two, 1 for a small archive. */
export function countShards(addresses: number): number {
  return addresses <= SHARD_ENTRIES ? 1 : 2 * countShards(addresses / 2);
}

/**
 * The number of the file that holds a key, by its hash.
 *
 * @param shards a power of two
 */
export function shardOf(key: string, shards: number): number {
  return hashText(key) % shards;
}

/** The names of the files, `0.json` and on: there is always one. */
export function listShards(addresses: readonly OldAddress[]): string[] {
  return Array.from({ length: countShards(addresses.length) }, (_, number) => `${number}.json`);
}

/**
 * One file of the index: JSON, an object of pages (`article/c/1/`, relative to the site) by key, in one order however
 * the archive was read.
 *
 * @param name one of `listShards`
 */
export function writeShard(addresses: readonly OldAddress[], name: string): string {
  const shard = sortIntoShards(addresses).get(name) ?? [];
  return JSON.stringify(Object.fromEntries(shard.map(({ key, archived }) => [key, archived])));
}

const sortIntoShards = indexOnce((addresses: readonly OldAddress[]) => {
  const shards = new Map<string, OldAddress[]>(listShards(addresses).map((name) => [name, []]));
  for (const address of addresses) shards.get(`${shardOf(address.key, shards.size)}.json`)?.push(address);
  return shards;
});
