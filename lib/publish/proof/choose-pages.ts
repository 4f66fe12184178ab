import type { ArticleOutline } from "../../archive/model";
import { slugsOf } from "../../archive/pages";
import type { ProofPlan } from "../../archive/static-params";
import { digestOf } from "../../print/bytes";

/** What the choice goes by: an article, what vanished of it, and the bytes of its pages together. */
export type Candidate = {
  readonly outline: ArticleOutline;
  readonly vanished: ReadonlyMap<string, ReadonlySet<string>>;
  readonly bytes: number;
};

/** An archive of so many pages of articles is proven whole. */
const PROVEN_WHOLE = 200;
/** Comments of one article, at most, in a sample. */
const COMMENTS = 8;
/** Articles in a sample beside those of a kind of their own. */
const OTHERS = 8;

/**
 * Which pages Next exports to hold the printed ones against: those of all articles, or of a large archive a sample with
 * every kind of article and comment, the heaviest article, and others that nobody chose, but by the digest of their names.
 */
export function choosePages(candidates: readonly Candidate[], isWhole = false): ProofPlan {
  const pages = candidates.reduce((sum, candidate) => sum + countPages(candidate), 0);
  const all = isWhole || pages <= PROVEN_WHOLE;
  const chosen = all ? candidates : chooseArticles(candidates);
  return Object.fromEntries(
    chosen.flatMap((candidate) => {
      const ids = listIds(candidate);
      const comments = all ? ids : chooseComments(candidate, ids);
      return slugsOf(candidate.outline).map((slug) => [slug, comments] as const);
    }),
  );
}

function countPages({ outline, vanished }: Candidate): number {
  const gone = [...vanished.values()].reduce((sum, ids) => sum + ids.size, 0);
  return slugsOf(outline).length * (2 + outline.thread.inSourceOrder.length) + gone;
}

function listIds({ outline, vanished }: Candidate): string[] {
  const present = outline.thread.inSourceOrder.map(({ comment }) => comment.id);
  return [...new Set([...present, ...[...vanished.values()].flatMap((ids) => [...ids])])];
}

/** The first of each kind, in the order of the archive, the heaviest, and some by chance that is always the same. */
function chooseArticles(candidates: readonly Candidate[]): readonly Candidate[] {
  const firsts = new Map<string, Candidate>();
  for (const candidate of candidates) {
    for (const kind of kindsOf(candidate)) if (!firsts.has(kind)) firsts.set(kind, candidate);
  }
  const [heaviest] = candidates.toSorted((one, other) => other.bytes - one.bytes);
  const others = byDigest(candidates, ({ outline }) => outline.slug).slice(0, OTHERS);
  const chosen = new Set([...firsts.values(), ...(heaviest ? [heaviest] : []), ...others]);
  return candidates.filter((candidate) => chosen.has(candidate));
}

function kindsOf({ outline, vanished }: Candidate): string[] {
  const { language, formerSlugs, summary, thread } = outline;
  return [
    `language ${language}`,
    ...(formerSlugs.length > 0 ? ["renamed"] : []),
    ...(vanished.size > 0 ? ["vanished"] : []),
    ...(summary === undefined ? [] : ["summary"]),
    ...(thread.inSourceOrder.length === 0 ? ["no comments"] : []),
    ...thread.inSourceOrder.map(({ comment }) => comment.status),
  ];
}

function chooseComments({ outline, vanished }: Candidate, ids: readonly string[]): string[] {
  const firsts = new Map<string, string>();
  for (const { comment } of outline.thread.inSourceOrder) {
    if (!firsts.has(comment.status)) firsts.set(comment.status, comment.id);
  }
  const gone = [...vanished.values()].flatMap((set) => [...set].slice(0, 1));
  const others = byDigest(ids, (id) => `${outline.slug}/${id}`);
  return [...new Set([...firsts.values(), ...gone, ...others])].slice(0, COMMENTS);
}

function byDigest<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const digests = items.map((item) => ({ item, digest: digestOf(nameOf(item)) }));
  return digests.sort((one, other) => (one.digest < other.digest ? -1 : 1)).map(({ item }) => item);
}
