import { addressesOf } from "../archive/addresses";
import type { ArchiveSettings, Article } from "../archive/model";
import { CARD_FILE, CARD_SIZE } from "./cards/card";

/** The picture that stands for a page where a link to it is shown. */
export type PreviewImage = {
  /** Absolute. */
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows; a card shows what the page's title says. */
  readonly alt?: string;
};

/**
 * The card of an article, or of a comment on it where comments have some. In an archive without cards it is the
 * article's own picture, if that was preserved.
 */
export function choosePreview(
  settings: ArchiveSettings,
  article: Article,
  commentId?: string,
): PreviewImage | undefined {
  if (settings.cards === "none") return previewPicture(settings, article);
  const addresses = addressesOf(settings.url);
  const hasOwn = commentId !== undefined && settings.cards === "all";
  const page = hasOwn ? addresses.comment(article.slug, commentId) : addresses.article(article.slug);
  return { url: addresses.absolute(`${page}${CARD_FILE}`), ...CARD_SIZE };
}

function previewPicture(settings: ArchiveSettings, { slug, picture }: Article): PreviewImage | undefined {
  if (picture?.status !== "preserved") return undefined;
  const { absolute, file } = addressesOf(settings.url);
  const { width, height, alt } = picture;
  return { url: absolute(file(`${slug}/${picture.file}`)), width, height, alt };
}
