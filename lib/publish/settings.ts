import { resolve } from "node:path";
import { parseShard, type Shard } from "./shards/shard";

/** What the environment says about publishing and serving. Empty values count as not set. */
export type PublishSettings = {
  /** Absolute path of the finished site: `ARCHIVE_OUT`, by default `out` in the project. */
  readonly out: string;
  /** `ARCHIVE_PRECOMPRESS=1`: write `.br` and `.gz` beside every file that gains from it. */
  readonly precompress: boolean;
  /** `ARCHIVE_URL`: the public address, where it is not the one of `archive.md`. Not checked yet. */
  readonly url?: string;
  /** `ARCHIVE_SHARD=2/8`: only that part of the articles is built, to be joined with the others. */
  readonly shard?: Shard;
};

/** @throws Error with a line for the user for a shard that is none */
export function readSettings(project: string, environment: NodeJS.ProcessEnv = process.env): PublishSettings {
  const { ARCHIVE_OUT, ARCHIVE_PRECOMPRESS, ARCHIVE_SHARD, ARCHIVE_URL } = environment;
  return {
    out: resolve(project, ARCHIVE_OUT || "out"),
    precompress: ARCHIVE_PRECOMPRESS === "1",
    url: ARCHIVE_URL || undefined,
    shard: ARCHIVE_SHARD ? parseShard(ARCHIVE_SHARD) : undefined,
  };
}

/**
 * The port to serve on: `PORT`, by default 3000.
 * @throws Error with a line for the user when it is not a port
 */
export function readPort(environment: NodeJS.ProcessEnv = process.env): number {
  const written = environment.PORT || "3000";
  const port = Number(written);
  if (/^\d+$/u.test(written) && port <= 65_535) return port;
  throw new Error(`PORT: found ${JSON.stringify(written)}, expected a number from 0 to 65535`);
}
