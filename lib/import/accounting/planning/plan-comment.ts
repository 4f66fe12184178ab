import type { FieldsToWrite } from "../../../archive/format/serialize";
import type { Converted } from "../../conversion/convert";
import { neededOfComment, writeFile } from "../../files/written-file";
import type { SourcePost } from "../../model";
import type { Relations } from "../relations";
import { explainText, writeBody } from "./convert-texts";
import { fieldsOfComment } from "./front-matter-fields";
import { describeHidden } from "./hidden-reasons";
import type { PlannedFile } from "./planned-file";

/** What of its thread a comment's file depends on. */
export type CommentScene = {
  readonly relations: Relations;
  readonly idFor: (id: string) => string;
  readonly place: number;
  readonly language: string;
};

/** `comments/<id>.md`: the comment, or its place where its text is not there. */
export function planComment(
  post: SourcePost,
  converted: Converted | undefined,
  scene: CommentScene,
): PlannedFile {
  const relation = scene.relations.byPost.get(post.id);
  const isEmpty = post.state.kind === "present" && !post.asWritten && !converted?.text;
  const hiddenReason = post.state.kind === "hidden" ? post.state.reason : isEmpty ? "empty" : undefined;
  const fields: FieldsToWrite = fieldsOfComment(post, {
    position: scene.place,
    format: converted?.format ?? "markdown",
    ...(relation && { reply: { ...relation, fileId: scene.idFor(relation.parentId) } }),
    ...(hiddenReason && { hidden: describeHidden(hiddenReason, scene.language) }),
  });
  const body = hiddenReason ? "" : writeBody(converted?.text ?? "");
  const written = writeFile(fields, body, post.asWritten, neededOfComment(post.asWritten?.fields.status));
  const reason = hiddenReason ?? (converted && explainText(converted)) ?? impossible(post, scene.relations);
  const isTombstone = hiddenReason !== undefined || (written.fields.status ?? "present") !== "present";
  return {
    path: `comments/${scene.idFor(post.id)}.md`,
    text: written.text,
    item: { source: post.source, outcome: isTombstone ? "tombstone" : "comment", ...(reason && { reason }) },
    ...(post.author && { author: post.author.name }),
    ...(post.sourceId !== undefined && { sourceId: post.sourceId }),
    ...(post.url !== undefined && { sourceUrl: post.url }),
  };
}

function impossible({ id }: SourcePost, { impossible }: Relations): string | undefined {
  const parent = impossible.get(id);
  return parent === undefined
    ? undefined
    : `answers ${parent}, which comes later or answers it: set at the top level`;
}
