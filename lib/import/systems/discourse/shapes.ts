import { z } from "zod";

/*
 * What Discourse's JSON has for us (app/serializers/topic_view_serializer, post_serializer, and the category exporter), and
 * nothing else of it: what is not named here, e-mail addresses before all, does not get past this file.
 */

const text = z.string().nullish();
const number = z.number().int().nullish();
const flag = z.boolean().nullish();

export const postShape = z.object({
  id: number,
  post_number: z.number().int().positive(),
  post_type: number,
  topic_id: number,
  topic_slug: text,
  username: text,
  user_id: number,
  user_title: text,
  created_at: text,
  last_version_at: text,
  version: number,
  cooked: text,
  raw: z.string().nullish().catch(undefined),
  cooked_hidden: flag,
  reply_to_post_number: number,
  action_code: text,
  moderator: flag,
  admin: flag,
  staff: flag,
  hidden: flag,
  hidden_at: text,
  deleted_at: text,
  user_deleted: flag,
  avatar_template: text,
  actions_summary: z
    .array(z.object({ id: z.number(), count: z.number().int().nonnegative().nullish() }))
    .nullish()
    .catch(undefined),
  like_count: number,
});
export type DiscoursePost = z.infer<typeof postShape>;

export const topicShape = z.object({
  id: z.number().int().nonnegative(),
  title: text,
  slug: text,
  posts_count: number,
  created_at: text,
  archetype: text,
  closed: flag,
  archived: flag,
  details: z
    .object({ created_by: z.object({ id: number, username: text }).nullish() })
    .nullish()
    .catch(undefined),
  post_stream: z
    .object({ posts: z.array(z.unknown()), stream: z.array(z.number().int()).nullish() })
    .nullish(),
});
export type DiscourseTopic = z.infer<typeof topicShape>;

/** A topic in the export of a category, which numbers its users. */
export const exportedTopicShape = z.object({
  id: z.number().int(),
  title: z.string(),
  slug: text,
  created_at: text,
  archetype: text,
  posts: z.array(z.unknown()),
});

export const exportedUserShape = z.object({ id: z.number().int(), username: text });
