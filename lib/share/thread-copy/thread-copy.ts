import { absoluteAddressesOf } from "../../archive/addresses";
import { ledgerOf } from "../../archive/ledger-lines";
import type {
  Archive,
  ArchiveSettings,
  Article,
  Picture,
  PictureFile,
  ThreadNode,
} from "../../archive/model";
import { pictureFormat } from "../../archive/names";
import { slugsOf } from "../../archive/permalinks";
import { THREAD_COPY_VERSION, THREAD_SCHEMA, type ThreadCopy } from "./thread-copy-shape";

/** Gives the bytes of a picture that lies beside an article. */
type OpenPicture = (article: Article, picture: PictureFile) => Uint8Array;

/**
 * Everything that `content/` holds of an article, its author and the archive, to the letter, with the tree that its
 * comments make. What was erased is not in `content/` any more; `erased.txt`, the keeper's note of where it stood at its
 * source, leads to what was taken down and stays out.
 */
export function copyThread(archive: Archive, article: Article, openPicture: OpenPicture): ThreadCopy {
  const { settings } = archive;
  const addresses = absoluteAddressesOf(settings.url);
  const { slug, thread, author, picture, pictures, body, digest, ...facts } = article;
  const others = pictures.filter(({ file }) => picture?.status !== "preserved" || picture.file !== file);
  const { biography, ...person } = author;
  const { gaps, ...counts } = thread.completeness;
  return {
    $schema: addresses.file(THREAD_SCHEMA),
    version: THREAD_COPY_VERSION,
    address: addresses.article(slug),
    digest,
    archive: copySettings(archive),
    author: { file: fileOf(archive, `authors/${author.id}.md`), ...person, text: biography },
    article: {
      ...{ file: fileOf(archive, `${slug}/article.md`), slug, ...facts },
      formerSlugs: [...article.formerSlugs],
      citedSources: [...article.citedSources],
      ...(picture && { picture: copyPicture(article, picture, openPicture) }),
      ...(others.length > 0 && { pictures: others.map((other) => copyFile(article, other, openPicture)) }),
      text: body,
    },
    permalinks: ledgerOf(archive.asWritten, article),
    completeness: { ...counts, gaps: [...gaps] },
    vanished: listVanished(archive, article),
    comments: thread.inReadingOrder.map((node) => copyComment(archive, article, node)),
  };
}

/** One line for each part and each comment: a change shows where it is. */
export function writeThreadCopy({ comments, ...parts }: ThreadCopy): string {
  const lines = Object.entries(parts).map(([key, value]) => `"${key}":${JSON.stringify(value)},\n`);
  const list = comments.map((comment) => JSON.stringify(comment)).join(",\n");
  return `{\n${lines.join("")}"comments":[\n${list}\n]\n}\n`;
}

function copySettings(archive: Archive): ThreadCopy["archive"] {
  const { description, ...settings }: ArchiveSettings = archive.settings;
  return { file: fileOf(archive, "archive.md"), ...settings, text: description };
}

function fileOf({ asWritten }: Archive, path: string): ThreadCopy["article"]["file"] {
  return { path, head: asWritten.heads.get(path) ?? "" };
}

function copyPicture(
  article: Article,
  picture: Picture,
  openPicture: OpenPicture,
): ThreadCopy["article"]["picture"] {
  if (picture.status === "lost") return picture;
  const { status, alt, credit } = picture;
  return { status, ...copyFile(article, picture, openPicture), alt, credit };
}

function copyFile(article: Article, picture: PictureFile, openPicture: OpenPicture) {
  const { file, width, height } = picture;
  const format = pictureFormat(file) ?? "";
  return {
    path: `${article.slug}/${file}`,
    mediaType: `image/${format === "jpg" ? "jpeg" : format}`,
    ...{ width, height },
    data: Buffer.from(openPicture(article, picture)).toString("base64"),
  };
}

function copyComment(archive: Archive, article: Article, node: ThreadNode): ThreadCopy["comments"][number] {
  const { id, reply, ...facts } = node.comment;
  const place = {
    file: fileOf(archive, `${article.slug}/comments/${id}.md`),
    id,
    address: absoluteAddressesOf(archive.settings.url).comment(article.slug, id),
    level: node.depth + 1,
    ...(reply && {
      reply: { parent: reply.parentId, basis: reply.basis, isDeduced: reply.basis !== "explicit" },
    }),
    replies: node.replies.map(({ comment }) => comment.id),
  };
  if (facts.status !== "present") return { ...place, ...facts };
  const { body, ...present } = facts;
  return { ...place, ...present, text: body };
}

function listVanished(archive: Archive, article: Article): string[] {
  const addresses = absoluteAddressesOf(archive.settings.url);
  return slugsOf(article).flatMap((slug) =>
    [...(archive.vanished.get(slug) ?? [])].map((id) => addresses.comment(slug, id)),
  );
}
