import { absoluteAddressesOf } from "../../archive/addresses";
import { pictureFormat } from "../../archive/format/names";
import { ledgerOf } from "../../archive/ledgers/ledger-lines";
import type {
  Archive,
  ArchiveSettings,
  Article,
  Author,
  Capture,
  ErasedArticle,
  Picture,
  PictureFile,
  PresentArticle,
  Reply,
  ThreadNode,
} from "../../archive/model";
import { slugsOf } from "../../archive/pages";
import { type CopiedPicture, THREAD_COPY_VERSION, THREAD_SCHEMA, type ThreadCopy } from "./thread-copy-shape";

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
  const { slug, thread, author, digest } = article;
  const { gaps, ...counts } = thread.completeness;
  return {
    $schema: addresses.file(THREAD_SCHEMA),
    version: THREAD_COPY_VERSION,
    address: addresses.article(slug),
    digest,
    archive: copySettings(archive),
    ...(author && { author: copyAuthor(archive, author) }),
    article:
      article.status === "erased"
        ? copyErasedArticle(archive, article, openPicture)
        : copyArticle(archive, article, openPicture),
    permalinks: ledgerOf(archive.asWritten, article),
    completeness: { ...counts, gaps: [...gaps] },
    vanished: listVanished(archive, article),
    comments: thread.inReadingOrder.map((node) => copyComment(archive, article, node)),
  };
}

function copyAuthor(archive: Archive, { biography, ...person }: Author): ThreadCopy["author"] {
  return { file: fileOf(archive, `authors/${person.id}.md`), ...person, text: biography };
}

function copyArticle(
  archive: Archive,
  article: PresentArticle,
  openPicture: OpenPicture,
): ThreadCopy["article"] {
  const { slug, thread: _thread, author: _author, digest: _digest, status: _status, ...rest } = article;
  const { picture, pictures: _pictures, files: _files, events, captures, body, ...facts } = rest;
  return {
    ...{ file: fileOf(archive, `${slug}/article.md`), slug, ...facts },
    formerSlugs: [...article.formerSlugs],
    citedSources: [...article.citedSources],
    ...(picture && { picture: copyPicture(article, picture, openPicture) }),
    ...copyOtherPictures(article, openPicture),
    ...listAttachments(archive, article),
    ...(events && { events: [...events] }),
    ...(captures && { captures: captures.map((capture) => copyCapture(archive, slug, capture)) }),
    text: body,
  };
}

function copyErasedArticle(
  archive: Archive,
  article: ErasedArticle,
  openPicture: OpenPicture,
): ThreadCopy["article"] {
  const { slug, thread: _thread, author: _author, digest: _digest, ...rest } = article;
  const { pictures: _pictures, files: _files, events, ...facts } = rest;
  return {
    ...{ file: fileOf(archive, `${slug}/article.md`), slug, ...facts },
    formerSlugs: [...article.formerSlugs],
    ...copyOtherPictures(article, openPicture),
    ...listAttachments(archive, article),
    ...(events && { events: [...events] }),
  };
}

function copyCapture({ settings }: Archive, slug: string, { publishedAs, ...capture }: Capture) {
  if (publishedAs === undefined) return capture;
  return { ...capture, address: absoluteAddressesOf(settings.url).file(`${slug}/${publishedAs}`) };
}

/** Their bytes stay where they are: a film would make the copy of a talk a hundred times as long. */
function listAttachments({ settings }: Archive, { slug, files }: Article) {
  const addresses = absoluteAddressesOf(settings.url);
  return (
    files && {
      files: files.map(({ file, ...facts }) => {
        const path = `${slug}/${file}`;
        return { path, address: addresses.file(path), ...facts };
      }),
    }
  );
}

function copyOtherPictures(article: Article, openPicture: OpenPicture) {
  const { picture, pictures } = article;
  const others = pictures.filter(({ file }) => picture?.status !== "preserved" || picture.file !== file);
  return others.length > 0 && { pictures: others.map((other) => copyFile(article, other, openPicture)) };
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

function copyPicture(article: Article, picture: Picture, openPicture: OpenPicture): CopiedPicture {
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
  const { reply, ...facts } = node.comment;
  const { id } = facts;
  const place = {
    file: fileOf(archive, `${article.slug}/comments/${id}.md`),
    id,
    address: absoluteAddressesOf(archive.settings.url).comment(article.slug, id),
    level: node.depth + 1,
    ...(reply && { reply: copyReply(reply) }),
    replies: node.replies.map(({ comment }) => comment.id),
  };
  if (facts.status !== "present") return { ...place, ...facts };
  const { body, ...present } = facts;
  const edited = facts.edited && (facts.edited.date ?? "unknown");
  return { ...place, ...present, edited, text: body };
}

function copyReply(reply: Reply) {
  return {
    parent: reply.parentId,
    basis: reply.basis,
    isDeduced: reply.basis !== "explicit",
    ...(reply.basis !== "explicit" && reply.isCertain === false && { isCertain: reply.isCertain }),
  };
}

function listVanished(archive: Archive, article: Article): string[] {
  const addresses = absoluteAddressesOf(archive.settings.url);
  return slugsOf(article).flatMap((slug) =>
    [...(archive.vanished.get(slug) ?? [])].map((id) => addresses.comment(slug, id)),
  );
}
