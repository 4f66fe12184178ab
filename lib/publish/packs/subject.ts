import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePublicAddress } from "../../archive/format/schema";
import { listMoments } from "../../archive/list-moments";
import type { ArchiveSettings, Problem } from "../../archive/model";
import type { Moment } from "../../archive/moment";
import { toDateTime } from "../../archive/moment";
import { ContentReader } from "../../archive/reading/content-reader";
import { formatProblem, readFrame } from "../../archive/reading/read";
import { readArticle } from "../../archive/reading/read-article";
import { findNewest, NEVER } from "../../share/feeds/moments";
import { verifyFolder } from "../site/checksums";

/** What is packed: an archive that is sound, and the site that was built of it. */
export type PackSubject = {
  /** The content folder. */
  readonly content: string;
  /** The site's folder. */
  readonly out: string;
  readonly settings: ArchiveSettings;
  /** The newest capture or publication that the content knows of, in UTC to the second: `2021-01-15T08:00:00Z`. */
  readonly date: string;
};

export type Subject =
  | { readonly ok: true; readonly value: PackSubject }
  | { readonly ok: false; readonly problems: readonly string[] };

export type SubjectOrder = Pick<PackSubject, "content" | "out"> & {
  /** The public address, where it is not the one of `archive.md`; not checked yet. */
  readonly url?: string;
};

/** Reads the content article by article, and holds the site against its seal. */
export function openSubject({ content, out, url }: SubjectOrder): Subject {
  const { settings, moments, problems } = survey(content, url);
  if (settings === undefined || problems.length > 0)
    return { ok: false, problems: problems.map(formatProblem) };
  const unsound = checkSite(out, settings);
  if (unsound.length > 0) return { ok: false, problems: unsound };
  const date = new Date(toDateTime(findNewest(moments) ?? NEVER)).toISOString();
  return { ok: true, value: { content, out, settings, date: date.replace(/\.\d+Z$/u, "Z") } };
}

type Survey = {
  readonly settings?: ArchiveSettings;
  /** The newest of each article. */
  readonly moments: readonly Moment[];
  readonly problems: readonly Problem[];
};

/** No more than an article is in memory. */
function survey(content: string, url: string | undefined): Survey {
  const reading = new ContentReader(content);
  const { settings, authors, slugs } = readFrame(reading);
  const moments = slugs.flatMap((slug) => {
    const article = readArticle(reading, slug, authors);
    reading.heads.clear();
    return (article && findNewest(listMoments(article))) ?? [];
  });
  const given = new ContentReader("ARCHIVE_URL", reading.problems);
  const address = url === undefined ? settings?.url : given.accept("", parsePublicAddress(url));
  const named = settings && address !== undefined ? { ...settings, url: address } : undefined;
  return { settings: named, moments, problems: reading.problems };
}

const BUILD = "call npm run build first";

/** A site that is whole and stands at the archive's address; a pack of any other would lead nowhere. */
function checkSite(out: string, { url }: ArchiveSettings): string[] {
  const index = join(out, "index.html");
  if (!existsSync(index)) return [`${out}: found no site, ${BUILD}`];
  const [, built] = /<link rel="canonical" href="([^"]*)"/u.exec(readFileSync(index, "utf8")) ?? [];
  if (built !== url) return [`${index}: found a site for ${built}, expected ${url}; ${BUILD}`];
  const verified = verifyFolder(out);
  return verified.ok ? [] : verified.problems.map((problem) => `${out}: ${problem}`);
}
