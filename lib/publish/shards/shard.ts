import { digestOf } from "../../print/bytes";

/** One of the parts of which an archive is built on as many machines: the second of eight. */
export type Shard = { readonly number: number; readonly of: number };

/** So many machines are more than anybody has, and more files than articles. */
const MOST = 1000;

/**
 * @param unsafe `2/8`
 * @throws Error with a line for the user when it is no part
 */
export function parseShard(unsafe: string): Shard {
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/u.exec(unsafe) ?? []).map(Number);
  if (number && of && number <= of && of <= MOST) return { number, of };
  throw new Error(
    `ARCHIVE_SHARD: found ${JSON.stringify(unsafe)}, expected a part such as 2/8, of at most ${MOST}`,
  );
}

/** Whether an article belongs to a shard: by the digest of its name alone, so that every machine says the same. */
export function belongsTo({ number, of }: Shard, slug: string): boolean {
  return Number.parseInt(digestOf(slug).slice(0, 12), 16) % of === number - 1;
}
