import type { Element, ElementContent } from "hast";
import { PICTURE_LIMIT } from "../../../../archive/reading/picture";
import type { BesideReader } from "../../../containers/beside";
import { attribute } from "../../../conversion/hast";
import type { SavedPictures } from "../../../files/saved-pictures";
import type { PageTree } from "./page-tree";

/** `Title_files/photo.jpg`: a browser's name for what it saved beside a page, and none of the web's. */
const BESIDE = /^(?:\.\/)?([^/?#]*_(?:files|fichiers)\/.+)$/iu;

/** `data:image/png;base64,…`, as SingleFile writes pictures into a page. */
const DATA = /^data:image\/[a-z0-9.+-]+;base64,/iu;

/** Of one page. */
const MOST_PICTURES = 500;

/** The pictures that were saved with a page: in the folder beside it, or in the page itself. */
export class PagePictures {
  /** How many pictures of its texts were meant to be there and are not, or are none. */
  lost = 0;
  readonly #beside: BesideReader | undefined;
  readonly #shelf: SavedPictures | undefined;
  readonly #known = new Map<string, string | undefined>();

  constructor(beside: BesideReader | undefined, shelf: SavedPictures | undefined) {
    this.#beside = beside;
    this.#shelf = shelf;
  }

  /**
   * The same nodes, in which a saved picture is named by what the shelf knows it by. Of one that was not saved the original
   * address is left, where the page still says it, else its words: an address on somebody's disk is none of the web's.
   */
  name(nodes: readonly ElementContent[]): ElementContent[] {
    return nodes.map((node) => {
      if (node.type !== "element") return node;
      const children = this.name(node.children);
      return isSaved(attribute(node, "src")) && node.tagName === "img"
        ? { ...this.#namePicture(node), children }
        : { ...node, children };
    });
  }

  /** The saved picture of which a page says where it was on the web: one of the same name on the page. */
  nameOriginal(address: string, tree: PageTree): string | undefined {
    const name = nameOf(address);
    const saved = tree.withTag("img").flatMap((picture) => attribute(picture, "src") ?? []);
    const [source] = saved.filter((each) => BESIDE.test(each) && nameOf(each) === name);
    return source === undefined ? undefined : this.nameSaved(source);
  }

  /** By its address in the saved page; nothing for an address on the web. */
  nameSaved(source: string): string | undefined {
    if (!isSaved(source)) return undefined;
    if (!this.#known.has(source)) this.#known.set(source, this.#take(source));
    return this.#known.get(source);
  }

  #namePicture(picture: Element): Element {
    const { src, ...properties } = picture.properties;
    const original = attribute(picture, "dataSrc");
    const named = this.nameSaved(String(src)) ?? original;
    return { ...picture, properties: { ...properties, ...(named && { src: named }) } };
  }

  #take(source: string): string | undefined {
    const bytes = this.#known.size < MOST_PICTURES ? this.#read(source) : undefined;
    const taken = bytes && this.#shelf?.take(bytes, DATA.test(source) ? "" : nameOf(source));
    if (taken === "nothing to see") return undefined;
    if (taken !== undefined && taken !== "unfit") return taken;
    // SingleFile writes an empty drawing where a picture stands elsewhere in the page.
    if (!source.startsWith("data:")) this.lost += 1;
    return undefined;
  }

  #read(source: string): Uint8Array | undefined {
    if (DATA.test(source)) return Buffer.from(source.replace(DATA, ""), "base64");
    const [, path] = BESIDE.exec(source) ?? [];
    return path === undefined ? undefined : this.#beside?.(decodePath(path), PICTURE_LIMIT);
  }
}

function isSaved(source: string | undefined): source is string {
  return source !== undefined && (BESIDE.test(source) || source.startsWith("data:"));
}

/** The last step of an address, without what was asked of it. */
function nameOf(address: string): string {
  return decodePath(/([^/?#]*)(?:[?#].*)?$/u.exec(address)?.[1] ?? "");
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
