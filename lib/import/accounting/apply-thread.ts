import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serializeFile } from "../../archive/format/serialize";
import { isList, isMapping } from "../../archive/format/yaml";
import { findEarliest, isMoment } from "../../archive/moment";
import { wordsFor } from "../../text/interface/words-for";
import { planAuthor } from "../files/author-files";
import type { ContentIndex } from "../files/content-index";
import { type Existing, placesBeside, readExisting } from "../files/existing";
import { ArticleMedia, type MediaShelf } from "../files/media";
import { digestText, MEMORY, type Memory } from "../files/memory";
import { idOf } from "../files/slugs";
import { type StagedFiles, stageArticle } from "../files/stage";
import type { Capture, SourcePost, SourceThread } from "../model";
import { bringsBack, type Decision, decide, findReturningNames } from "./decide";
import { withoutErased } from "./erased-passages";
import type { ReportedItem } from "./outcomes";
import { planThread, type ThreadPlan } from "./planning/plan-thread";
import type { PlannedFile } from "./planning/planned-file";

export type ApplySetting = {
  readonly content: string;
  readonly dryRun: boolean;
  readonly inference: boolean;
  readonly timeZone?: string;
  /** Pictures and files at hand. */
  readonly media?: MediaShelf;
};

/** What became of a thread. */
export type Applied = {
  readonly slug: string;
  readonly items: readonly ReportedItem[];
  /** Placeholders that were made for what the source names and does not hold. */
  readonly placeholders: number;
  readonly remarks: readonly string[];
  readonly language: string;
};

/**
 * Brings a thread into a content folder: all of it, or nothing where the archive's own reader finds a fault in what it would
 * become. Every item of the thread is in what is returned, once.
 */
export function applyThread(thread: SourceThread, index: ContentIndex, setting: ApplySetting): Applied {
  const { content } = setting;
  const slug = index.slugFor(thread);
  const existing = readExisting(join(content, slug));
  const author = planAuthor(content, thread);
  const media = new ArticleMedia(setting.media, join(content, slug), existing.memory?.media);
  const whole: SourceThread = {
    ...thread,
    posts: thread.posts.map((post) => keepEarlierBound(post, existing)),
    captures: joinCaptures(existing, thread.captures),
  };
  const plan = planThread(whole, {
    inference: setting.inference,
    ...(setting.timeZone !== undefined && { timeZone: setting.timeZone }),
    ...(author && { authorId: author.id }),
    fileAt: (address) => media.nameOf(address),
    known: new Set([...existing.files.keys()].map((path) => path.replace(/^comments\/|\.md$/gu, ""))),
    taken: placesBeside(existing, new Set(thread.posts.map(({ id }) => `comments/${idOf(id)}.md`))),
  });
  const scene = { slug, existing, erased: index.erased };
  const files = withoutErased(plan.files, scene, wordsFor(plan.language).erasure.passage);
  const decisions = holdBack(files, withCaptures(decideAll(files, scene), existing), existing);
  const base = { slug, language: plan.language };
  const remarks = nameThread(thread, plan.remarks);
  const changes = decisions.filter(({ change }) => change !== "kept");
  if (changes.length === 0)
    return { ...base, items: listItems(thread, plan, decisions, slug), placeholders: 0, remarks };
  const staged = stageArticle(
    content,
    slug,
    collect(changes, { slug, existing, thread, content, author, media }),
  );
  if (staged.problems.length > 0) {
    staged.discard();
    return { ...base, items: refuseAll(thread, plan, staged.problems), placeholders: 0, remarks };
  }
  if (setting.dryRun) staged.discard();
  else staged.commit();
  index.claim(slug, thread);
  const placeholders = changes.filter(({ file }) => file.item === undefined).length;
  return { ...base, items: listItems(thread, plan, decisions, slug), placeholders, remarks };
}

/** What a placeholder stands for may come to be one only because the post itself must not come back. */
function decideAll(files: readonly PlannedFile[], scene: Parameters<typeof decide>[1]): Decision[] {
  return files.flatMap((file) => {
    const decision = decide(file, scene);
    const isGone = decision.outcome === "blocked" && !scene.existing.files.has(file.path);
    if (!isGone || file.path === "article.md") return [decision];
    const { item, author, sourceId, sourceUrl, ...place } = file;
    return [
      decision,
      { file: { ...place, text: serializeFile({ status: "missing" }, "") }, change: "added" },
    ];
  });
}

/** What an article was imported from is written anew only where something of its thread is. */
function withCaptures(decisions: readonly Decision[], { files, memory }: Existing): Decision[] {
  const isChanged = decisions.some(({ change }) => change !== "kept");
  return decisions.map((decision): Decision => {
    const { file, outcome } = decision;
    const there = files.get(file.path);
    const isOurs = there && memory?.files[file.path] === digestText(there.text);
    if (!isChanged || !isOurs || outcome !== "unchanged" || file.text === there.text) return decision;
    return { file, change: "updated", outcome: "article", reason: "another file that it was imported from" };
  });
}

/** Where a newer export would bring an erased name back, nothing of its thread is written before somebody decided. */
function holdBack(planned: readonly PlannedFile[], decisions: Decision[], existing: Existing): Decision[] {
  const names = findReturningNames(planned, existing);
  const isHeld = decisions.some(({ file, change }) => change !== "kept" && bringsBack(file, names));
  if (!isHeld) return decisions;
  const reason = "held back: this source would bring back a name that was erased here; decide by hand";
  return decisions.map(({ file, outcome }) => ({
    file,
    change: "kept",
    ...(outcome && {
      outcome: outcome === "unchanged" ? outcome : "blocked",
      ...(outcome !== "unchanged" && { reason }),
    }),
  }));
}

type Collection = {
  readonly slug: string;
  readonly existing: Existing;
  readonly thread: SourceThread;
  readonly content: string;
  readonly author: ReturnType<typeof planAuthor>;
  readonly media: ArticleMedia;
};

function collect(
  changes: readonly Decision[],
  { slug, existing, thread, content, author, media }: Collection,
): StagedFiles {
  const files = new Map<string, string | Uint8Array>();
  for (const [name, bytes] of media.taken) files.set(`${slug}/${name}`, bytes);
  for (const { file } of changes) files.set(`${slug}/${file.path}`, file.text);
  // The author of an article that stays as it is may have been taken down with it.
  const isArticleNew = changes.some(({ file }) => file.path === "article.md");
  if (author && isArticleNew) files.set(`authors/${author.id}.md`, author.text);
  for (const [path, text] of authorsInPlace(content, existing)) files.set(path, text);
  files.set("archive.md", readOrDefault(content));
  const written = changes.map(({ file }) => [file.path, digestText(file.text)] as const);
  const memory: Memory = {
    version: 1,
    ...thread.identity,
    files: { ...existing.memory?.files, ...Object.fromEntries(written) },
    ...(media.names.size > 0 && { media: Object.fromEntries([...media.names].sort()) }),
  };
  files.set(`${slug}/${MEMORY}`, `${JSON.stringify(sortFiles(memory), undefined, 1)}\n`);
  return files;
}

function sortFiles(memory: Memory): Memory {
  const files = Object.entries(memory.files).sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...memory, files: Object.fromEntries(files) };
}

/** The author whom an article has that stays as it is. */
function authorsInPlace(content: string, { files }: Existing): [string, string][] {
  const author = files.get("article.md")?.fields.author;
  const path = `authors/${String(author)}.md`;
  return typeof author === "string" && existsSync(join(content, path))
    ? [[path, readFileSync(join(content, path), "utf8")]]
    : [];
}

function readOrDefault(content: string): string {
  const path = join(content, "archive.md");
  return existsSync(path) ? readFileSync(path, "utf8") : serializeFile({ name: "—", language: "en" }, "");
}

/** A post that stood in an earlier capture was there by then, whatever later ones say. */
function keepEarlierBound(post: SourcePost, { files }: Existing): SourcePost {
  const before = files.get(`comments/${idOf(post.id)}.md`)?.fields.notAfter;
  if (post.published !== undefined || typeof before !== "string" || !isMoment(before)) return post;
  const notAfter = findEarliest([before, ...(post.notAfter === undefined ? [] : [post.notAfter])]);
  return notAfter === undefined ? post : { ...post, notAfter };
}

function joinCaptures({ files }: Existing, captures: readonly Capture[]): Capture[] {
  const written = files.get("article.md")?.fields.captures;
  const before = isList(written) ? written : [];
  const known = before.flatMap((entry) =>
    isMapping(entry) && typeof entry.file === "string" && typeof entry.sha256 === "string"
      ? [{ file: entry.file, sha256: entry.sha256 }]
      : [],
  );
  const digests = new Set(known.map(({ sha256 }) => sha256));
  return [...known, ...captures.filter(({ sha256 }) => !digests.has(sha256))];
}

function listItems(
  thread: SourceThread,
  plan: ThreadPlan,
  decisions: readonly Decision[],
  slug: string,
): ReportedItem[] {
  const written = decisions.flatMap(({ file, change, outcome, reason }): ReportedItem[] => {
    if (file.item === undefined || outcome === undefined) return [];
    const isThere = !(outcome === "blocked" && reason === "it was erased here") || change !== "kept";
    const path = isThere ? { path: `${slug}/${file.path}` } : {};
    return [{ source: file.item.source, outcome, change, ...path, ...(reason && { reason }) }];
  });
  return [...written, ...listOthers(thread, plan)];
}

function listOthers({ others }: SourceThread, { refused }: ThreadPlan): ReportedItem[] {
  return [
    ...refused.map((item): ReportedItem => ({ ...item, outcome: "refused", change: "kept" })),
    ...others.map((item): ReportedItem => ({ ...item, change: "kept" })),
  ];
}

function refuseAll(thread: SourceThread, plan: ThreadPlan, problems: readonly string[]): ReportedItem[] {
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  const reason = `${problems[0]}${more}`;
  const planned = plan.files.flatMap(({ item }): ReportedItem[] =>
    item ? [{ source: item.source, outcome: "refused", change: "kept", reason }] : [],
  );
  return [...planned, ...listOthers(thread, plan)];
}

function nameThread({ article }: SourceThread, remarks: readonly string[]): string[] {
  return remarks.map((remark) => `${article.source}: ${remark}`);
}
