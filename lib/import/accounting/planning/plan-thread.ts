import type { SourcePost, SourceThread } from "../../model";
import { detectLanguage } from "../language";
import { orderPosts } from "../order-posts";
import { type Relations, relatePosts } from "../relations";
import { type ConvertedText, convertText, type FileFinder } from "./convert-texts";
import type { ArticleFindings } from "./front-matter-fields";
import { givePlaces, nameFiles } from "./name-files";
import { findBeside, planArticle } from "./plan-article";
import { planComment } from "./plan-comment";
import { planAbsent, planMissing, planRefused } from "./plan-placeholders";
import type { PlannedFile } from "./planned-file";

export type ThreadPlan = {
  readonly files: readonly PlannedFile[];
  readonly refused: readonly { readonly source: string; readonly reason: string }[];
  readonly remarks: readonly string[];
  readonly language: string;
};

export type PlanSetting = {
  readonly inference: boolean;
  /** IANA; absent: dates are shown in UTC. */
  readonly timeZone?: string;
  /** The author's file, where the source names an author. */
  readonly authorId?: string;
  /** Ids that files of this article have already, so that what was listed before is found again. */
  readonly known: ReadonlySet<string>;
  /** Places in the numbering that files of this article have, and that no post of this source may take. */
  readonly taken: ReadonlySet<number>;
  /** Finds what came along: pictures, files. */
  readonly fileAt?: FileFinder;
};

/**
 * Makes the files of an article: texts converted and proved, ids and places given, replies related. Pure, but for the
 * time it takes.
 */
export function planThread(thread: SourceThread, setting: PlanSetting): ThreadPlan {
  const posts = orderPosts(thread.posts);
  const article = convertText(thread.article, "editorial", setting.fileAt);
  const texts: Texts = new Map(posts.map((post) => [post, convertText(post, "comment", setting.fileAt)]));
  const relations = relate(posts, thread, texts, setting);
  const language = thread.article.language ?? detectLanguage(listWords(thread, article, texts));
  const places = givePlaces(posts, thread, setting.taken);
  const idFor = nameFiles(thread, setting.known);
  for (const { id } of posts) idFor(id);
  const sound = posts.filter((post) => texts.get(post)?.fault === undefined);
  const refused = [...texts].flatMap(([{ source }, { fault }]) => (fault ? [{ source, reason: fault }] : []));
  return {
    files: [
      planArticle(thread, article, describeFindings(thread, article, language, setting)),
      ...sound.map((post) =>
        planComment(post, texts.get(post)?.converted, {
          ...{ relations, idFor, language, place: places.get(post) ?? 1 },
        }),
      ),
      ...planAbsent(thread, idFor),
      ...planMissing(thread, relations, idFor),
      ...planRefused(posts, refused, idFor, places),
    ],
    refused,
    remarks: listRemarks(thread, relations, texts),
    language,
  };
}

type Texts = ReadonlyMap<SourcePost, ConvertedText>;

function relate(
  posts: readonly SourcePost[],
  { article: { position, author } }: SourceThread,
  texts: Texts,
  { inference }: PlanSetting,
): Relations {
  return relatePosts({
    ...{ posts, inference, wordsOf: (post: SourcePost) => texts.get(post)?.converted?.words ?? "" },
    ...(position !== undefined && { articleId: String(position) }),
    ...(author && { articleAuthor: author.name }),
  });
}

function listWords({ article: { title } }: SourceThread, article: ConvertedText, texts: Texts): string[] {
  return [title, ...[article, ...texts.values()].map(({ converted }) => converted?.words ?? "")];
}

function describeFindings(
  { article, captures }: SourceThread,
  { converted }: ConvertedText,
  language: string,
  { authorId, timeZone, fileAt }: PlanSetting,
): ArticleFindings {
  return {
    ...(authorId !== undefined && { authorId }),
    language,
    languageDetected: article.language === undefined && language !== "und",
    ...(timeZone !== undefined && { timeZone }),
    format: converted?.format ?? "markdown",
    ...findBeside(article, fileAt),
    captures,
  };
}

function listRemarks(thread: SourceThread, { missing }: Relations, texts: Texts): string[] {
  const plain = [...texts.values()].filter(({ converted }) => converted?.fallback !== undefined).length;
  const found = thread.posts.length + thread.absent.length;
  const { announced } = thread;
  return [
    ...thread.remarks,
    ...(announced !== undefined && announced !== found
      ? [`the source announces ${announced} comments, and lists ${found}`]
      : []),
    ...(thread.absent.length > 0 ? [`${thread.absent.length} listed comments are not in this source`] : []),
    ...(missing.size > 0 ? [`${missing.size} comments are answered and not in this source`] : []),
    ...(plain > 0 ? [`${plain} texts written as plain text`] : []),
  ];
}
