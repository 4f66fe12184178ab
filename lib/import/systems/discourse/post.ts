import type { PostState, SourceBody, SourceParent, SourcePerson, SourcePost } from "../../model";
import { isDated } from "./events";
import { bodyOfRaw } from "./raw";
import type { DiscoursePost } from "./shapes";

/** What a post's topic tells of it. */
export type TopicPlace = {
  /** How the report calls it. */
  readonly source: string;
  readonly id: number;
  /** The topic's own address, where the forum's host is known. */
  readonly url?: string;
  /** Names by number, where the export has them apart. */
  readonly users: ReadonlyMap<number, string>;
};

/** A post of the topic as one of the neutral list; its number is its id. */
export function readPost(post: DiscoursePost, topic: TopicPlace): SourcePost {
  const state = stateOf(post);
  const edited = editOf(post);
  const likes = likesOf(post);
  const parent = parentOf(post);
  return {
    source: `${topic.source}#${post.post_number}`,
    id: String(post.post_number),
    number: post.post_number,
    ...personOf(post, topic),
    ...(isDated(post.created_at) && { published: post.created_at }),
    ...(edited && { edited }),
    ...(parent && { parent }),
    quotes: listQuotes(post, topic.id),
    ...(state.kind === "present" && { body: bodyOf(post, topic) }),
    state,
    ...(likes !== undefined && { likes }),
    ...(topic.url !== undefined && { url: `${topic.url}/${post.post_number}` }),
    ...(typeof post.id === "number" && { sourceId: String(post.id) }),
  };
}

function personOf(post: DiscoursePost, { users }: TopicPlace): { author?: SourcePerson } {
  const name = post.username ?? users.get(post.user_id ?? Number.NaN);
  if (!name) return {};
  const label = labelOf(post);
  const id = typeof post.user_id === "number" ? { id: String(post.user_id) } : {};
  return { author: { name, ...id, ...(label && { label }) } };
}

function labelOf({ admin, moderator, staff, user_title: title }: DiscoursePost): string | undefined {
  if (admin) return "admin";
  if (moderator) return "moderator";
  return staff ? "staff" : title || undefined;
}

/** A notice stands where the text of a hidden post would; who sees more than the public has the text, which stays out. */
function stateOf({ hidden, user_deleted: byAuthor, deleted_at: deleted }: DiscoursePost): PostState {
  if (byAuthor) return { kind: "hidden", reason: "deleted by its author" };
  if (deleted) return { kind: "hidden", reason: "deleted" };
  return hidden ? { kind: "hidden", reason: "hidden" } : { kind: "present" };
}

/** The first version is 1. When the last one was made is said only by some forums; `updated_at` moves without edits. */
function editOf({ version, created_at: created, last_version_at: last }: DiscoursePost) {
  if (typeof version !== "number" || version <= 1) return undefined;
  const isKnown = isDated(last) && !(isDated(created) && Date.parse(last) < Date.parse(created));
  return isKnown ? last : "unknown";
}

/** In `PostActionType` of Discourse a like is 2. */
const LIKE = 2;

function likesOf({ like_count: likes, actions_summary: actions }: DiscoursePost): number | undefined {
  if (typeof likes === "number" && likes >= 0) return likes;
  return actions?.find(({ id }) => id === LIKE)?.count ?? undefined;
}

/** `reply_to_user` is left out of replies that quote their parent: the number is what counts. */
function parentOf({ reply_to_post_number: number }: DiscoursePost): SourceParent | undefined {
  if (typeof number !== "number" || number < 1) return undefined;
  return number === 1 ? { kind: "article" } : { kind: "post", id: String(number), basis: "explicit" };
}

const QUOTE = /<aside\b[^>]*\bclass="[^"]*\bquote\b[^"]*"[^>]*>|\[quote="[^"\]]*"\]/giu;

/** The posts of the same topic that a text quotes, as its markup names them. */
function listQuotes({ cooked, raw }: DiscoursePost, topicId: number): string[] {
  return [...(cooked ?? raw ?? "").matchAll(QUOTE)].flatMap(({ 0: tag }) => {
    const [, post] =
      /data-post="(\d+)"|post:\s*(\d+)/u.exec(tag)?.filter((group) => group !== undefined) ?? [];
    const [, topic] =
      /data-topic="(\d+)"|topic:\s*(\d+)/u.exec(tag)?.filter((group) => group !== undefined) ?? [];
    return post !== undefined && topic === String(topicId) ? [post] : [];
  });
}

function bodyOf(post: DiscoursePost, { url }: TopicPlace): SourceBody {
  const base = url === undefined ? {} : { baseUrl: url };
  if (typeof post.cooked === "string") return { format: "html", text: post.cooked, ...base };
  return bodyOfRaw(post.raw ?? "");
}
