import type { AbsentPost, Capture, LooseItem, SourceArticle, SourcePost, SourceThread } from "../../model";
import { isDated, isEvent, readEvent } from "./events";
import { readPost, type TopicPlace } from "./post";
import type { DiscoursePost, DiscourseTopic } from "./shapes";

/** What one or more files held of a topic. */
export type GatheredTopic = {
  readonly id: number;
  readonly facts?: Omit<DiscourseTopic, "post_stream">;
  /** By number, each once. */
  readonly posts: readonly DiscoursePost[];
  /** The database ids of all posts in their order, as far as any file lists them. */
  readonly stream: readonly number[];
  readonly others: readonly LooseItem[];
  readonly captures: readonly Capture[];
  readonly source: string;
  readonly users: ReadonlyMap<number, string>;
};

/** `Post.types` of Discourse: what only the staff sees. */
const WHISPER = 4;

export function readTopic(topic: GatheredTopic): SourceThread {
  const posts = topic.posts.filter(({ post_type: type }) => type !== WHISPER);
  const origin = findOrigin(posts);
  const slug = topic.facts?.slug ?? posts.find(({ topic_slug: named }) => named)?.topic_slug ?? undefined;
  const url = origin === undefined ? undefined : `https://${origin}/t/${slug ? `${slug}/` : ""}${topic.id}`;
  const place: TopicPlace = { source: topic.source, id: topic.id, url, users: topic.users };
  const comments = posts.filter((post) => post.post_number !== 1 && !isEvent(post));
  const events = posts.filter((post) => post.post_number !== 1 && isEvent(post));
  const announced = announcedOf(topic, events.length);
  return {
    identity: { system: "discourse", ...(origin && { origin }), id: String(topic.id) },
    article: readArticle(topic, place, { slug, origin }),
    posts: comments.map((post) => readPost(post, place)),
    others: [...topic.others, ...events.map((event) => skipEvent(event, place)), ...refuseWhispers(topic)],
    absent: findAbsent(topic),
    ...(announced !== undefined && { announced }),
    facts: events.map(readEvent),
    remarks:
      topic.stream.length === 0 && topic.facts
        ? ["the source does not list its posts: none can be missed"]
        : [],
    captures: topic.captures,
  };
}

/** Since 2016 the addresses of avatars that a forum serves itself name its host. */
function findOrigin(posts: readonly DiscoursePost[]): string | undefined {
  for (const { avatar_template: avatar } of posts) {
    const [, host] = /\/user_avatar\/([a-z0-9.-]+\.[a-z]{2,})\//iu.exec(avatar ?? "") ?? [];
    if (host !== undefined) return host.toLowerCase();
  }
  return undefined;
}

function readArticle(
  { id, facts, posts, source }: GatheredTopic,
  place: TopicPlace,
  { slug, origin }: { readonly slug?: string; readonly origin?: string },
): SourceArticle {
  const opening = posts.find((post) => post.post_number === 1);
  const post: SourcePost | undefined = opening && readPost(opening, place);
  const creator = facts?.details?.created_by;
  const author =
    post?.author ?? (creator?.username ? { name: creator.username, id: String(creator.id) } : undefined);
  const published = post?.published ?? (isDated(facts?.created_at) ? facts.created_at : undefined);
  return {
    source: `${source}#1`,
    ...(opening === undefined && facts === undefined && { isAbsent: true }),
    title: facts?.title ?? slug ?? `${id}`,
    ...(slug && { slug }),
    ...(author && { author }),
    ...(published && { published }),
    ...(post?.body && { body: post.body }),
    state: post?.state ?? { kind: "hidden", reason: "not in this export" },
    ...(place.url !== undefined && { url: place.url }),
    publisher: origin ?? "Discourse",
    position: 1,
  };
}

function skipEvent(post: DiscoursePost, { source }: TopicPlace): LooseItem {
  const reason = `an event of the thread, ${post.action_code || "without a name"}: kept in article.md`;
  return { source: `${source}#${post.post_number}`, outcome: "skipped", reason };
}

function refuseWhispers({ posts, source }: GatheredTopic): LooseItem[] {
  return posts
    .filter(({ post_type: type }) => type === WHISPER)
    .map((post) => ({
      source: `${source}#${post.post_number}`,
      outcome: "refused",
      reason: "a whisper, which only the forum's staff could read",
    }));
}

/** Discourse counts the opening post, and in some versions what it reports of the topic itself. */
function announcedOf({ facts, stream }: GatheredTopic, events: number): number | undefined {
  const count = facts?.posts_count;
  if (typeof count !== "number" || count < 1) return undefined;
  return Math.max(0, count - 1 - (count === stream.length ? events : 0));
}

/**
 * Posts that the stream lists and no file holds. Where as many are listed between two known posts as numbers lie between
 * them, their numbers are known too.
 */
function findAbsent({ posts, stream, source }: GatheredTopic): AbsentPost[] {
  const numbers = new Map(
    posts.flatMap((post) => (typeof post.id === "number" ? [[post.id, post.post_number]] : [])),
  );
  const absent: AbsentPost[] = [];
  let [before, run]: [number, number[]] = [0, []];
  const close = (after: number | undefined) => {
    const isExact = after !== undefined && after - before - 1 === run.length;
    for (const [index, id] of run.entries())
      absent.push(describeAbsent(source, id, isExact ? before + 1 + index : undefined));
    run = [];
  };
  for (const id of stream) {
    const number = numbers.get(id);
    if (number === undefined) run.push(id);
    else {
      close(number);
      before = number;
    }
  }
  close(undefined);
  const present = new Set(posts.map((post) => post.post_number));
  return absent.filter(({ number }) => number !== 1 && (number === undefined || !present.has(number)));
}

function describeAbsent(source: string, id: number, number: number | undefined): AbsentPost {
  const reason = "listed by the source and not in this export";
  const known = number === undefined ? { id: `post-${id}` } : { id: String(number), number };
  return { source: `${source}#${known.id}`, ...known, reason };
}
