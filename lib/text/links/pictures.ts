import { indexOnce } from "../../archive/index-once";
import type { Article, PictureFile } from "../../archive/model";

/** A picture of the archive, for an `<img>`. */
export type ShownPicture = {
  /** Its address in the site. */
  readonly src: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
};

/** What `![alt](<name>)` shows; `undefined` for everything that is not the bare name of a picture of the archive. */
export type PictureReader = (name: string) => ShownPicture | undefined;

/**
 * The pictures that lie beside an article, as its body and its comments show them.
 *
 * @param linkTo the address of a file of the site, by its path
 */
export function readPictures({ slug, pictures }: Article, linkTo: (path: string) => string): PictureReader {
  const byName = indexPictures(pictures);
  return (name) => {
    const picture = byName.get(name);
    if (picture === undefined) return undefined;
    const { file, width, height } = picture;
    return { src: linkTo(`${slug}/${file}`), width, height };
  };
}

const indexPictures = indexOnce(
  (pictures: readonly PictureFile[]) => new Map(pictures.map((picture) => [picture.file, picture])),
);
