import { foldPersonName } from "../../archive/thread/participants";
import { createMentionReader } from "../../text/links/mentions";
import type { SourcePost } from "../model";

/** Whom a post answers, by the id that the source gives it. */
export type Relation = {
  readonly parentId: string;
  readonly basis: "explicit" | "nesting" | "quote" | "mention";
  readonly uncertain?: boolean;
};

export type Relations = {
  /** By the id of the post that answers; who is not in it answers the article. */
  readonly byPost: ReadonlyMap<string, Relation>;
  /** Ids that are answered and that no post has. */
  readonly missing: ReadonlySet<string>;
  /** What the source says and cannot be. */
  readonly impossible: ReadonlyMap<string, string>;
};

export type RelationSource = {
  /** In the archive's order. */
  readonly posts: readonly SourcePost[];
  /** The words of a post, as its readers saw them. */
  readonly wordsOf: (post: SourcePost) => string;
  readonly articleId?: string;
  readonly articleAuthor?: string;
  /** Without it, only what the source itself states. */
  readonly inference: boolean;
};

/**
 * Who answers whom, and how that is known: the source's own word; else the first post of the thread that the text quotes;
 * else the person whose `@name` begins it, by their nearest earlier post. Never by place, nor by a name inside the text.
 */
export function relatePosts(source: RelationSource): Relations {
  const earlier = new Set<string>();
  const all = new Set(source.posts.map(({ id }) => id));
  const byPost = new Map<string, Relation>();
  const missing = new Set<string>();
  const impossible = new Map<string, string>();
  const mentioned = createMentions(source);
  for (const post of source.posts) {
    const stated = post.parent;
    if (stated?.kind === "post") {
      const { id, basis, uncertain } = stated;
      if (all.has(id) && !earlier.has(id)) impossible.set(post.id, id);
      else byPost.set(post.id, { parentId: id, basis, ...(uncertain && { uncertain }) });
      if (!all.has(id)) missing.add(id);
    } else if (stated === undefined && source.inference) {
      const relation = inferParent(post, source, earlier, mentioned);
      if (relation !== undefined) byPost.set(post.id, relation);
    }
    earlier.add(post.id);
    mentioned.add(post);
  }
  return { byPost, missing, impossible };
}

function inferParent(
  post: SourcePost,
  source: RelationSource,
  earlier: ReadonlySet<string>,
  mentioned: Mentions,
): Relation | undefined {
  const quoted = post.quotes.find((id) => earlier.has(id) || id === source.articleId);
  if (quoted !== undefined)
    return quoted === source.articleId ? undefined : { parentId: quoted, basis: "quote" };
  const parentId = mentioned.find(source.wordsOf(post));
  return parentId === undefined ? undefined : { parentId, basis: "mention" };
}

type Mentions = {
  /** The nearest post so far of the person whom a text addresses. */
  readonly find: (words: string) => string | undefined;
  readonly add: (post: SourcePost) => void;
};

function createMentions({ posts, articleAuthor }: RelationSource): Mentions {
  const latest = new Map<string, string>();
  const names = [
    ...new Set([
      ...posts.flatMap(({ author }) => author?.name ?? []),
      ...(articleAuthor ? [articleAuthor] : []),
    ]),
  ];
  const read = createMentionReader(names, () => ({ presence: "absent" }));
  return {
    find: (words) => {
      const [, addressed] = /^\s*@(.{1,300})/su.exec(words.slice(0, 600)) ?? [];
      const name = addressed && read(addressed)?.name;
      return name ? latest.get(foldPersonName(name)) : undefined;
    },
    add: ({ id, author }) => {
      if (author) latest.set(foldPersonName(author.name), id);
    },
  };
}
