import type { Element, Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { TextInput } from "../../../containers/input";
import { readText } from "../../../containers/input";
import { SourceRefusal } from "../../../containers/refusal";
import { attribute } from "../../../conversion/hast";
import type { SourceMoment } from "../../../model";
import type { ReadingSetting } from "../../system";
import { resolve } from "./page-address";
import { readOrigin } from "./page-origin";
import { PagePictures } from "./page-pictures";
import { indexTree, type PageTree } from "./page-tree";
import { isRewritten, restoreAddresses } from "./wayback";

/** A page as somebody saved it. */
export type SavedPage = {
  /** How the archivist knows it. */
  readonly name: string;
  readonly sha256: string;
  readonly html: string;
  readonly tree: PageTree;
  /** The frames that were saved with it, where they hold anything. */
  readonly frames: readonly Frame[];
  /** Where it was published, as far as the page or its container say. */
  readonly url?: string;
  /** Where its relative addresses start from, where that is not its own address. */
  readonly base?: string;
  /** When it was saved, likewise. */
  readonly captured?: SourceMoment;
  /** IANA, of local times, as the archivist said. */
  readonly timeZone?: string;
  /** Those that were saved with it. */
  readonly pictures: PagePictures;
};

export type Frame = {
  readonly element: Element;
  readonly url?: string;
  /** Absent where only the frame's place was saved. */
  readonly tree?: PageTree;
};

/** In UTF-16 code units: a thread of some ten thousand comments; SingleFile packs pictures in. */
const LONGEST = 128 * 1024 * 1024;

/** @throws SourceRefusal for a page that no browser would show */
export async function readPage(input: TextInput, { timeZone, pictures }: ReadingSetting): Promise<SavedPage> {
  const html = await readText(input);
  if (html.length > LONGEST)
    throw new SourceRefusal(input.name, "page", `${html.length} characters`, `at most ${LONGEST}`);
  const tree = parsePage(html, input.name);
  const origin = readOrigin(input, html, tree);
  const [first] = tree.withTag("base");
  const base = resolve(first && attribute(first, "href"), origin.url);
  return {
    ...{ name: input.name, sha256: input.sha256, html, tree },
    frames: listFrames(tree, input.name),
    ...origin,
    ...(base !== undefined && { base }),
    ...(timeZone !== undefined && { timeZone }),
    pictures: new PagePictures(input.beside, pictures),
  };
}

/**
 * In elements inside one another: browsers stop at 512. Whoever reads a tree does so recursively, on a stack that ends
 * somewhere above a thousand.
 */
const DEEPEST = 800;

function parsePage(html: string, name: string): PageTree {
  // Where in the text an element stood is nothing that anybody asks: rehype-parse would find it out for each.
  const document = parse(html, { scriptingEnabled: false });
  const depth = measureDepth(document);
  if (depth > DEEPEST)
    throw new SourceRefusal(
      name,
      "page",
      `elements nested ${depth} deep`,
      `at most ${DEEPEST}, as browsers show`,
    );
  const tree = fromParse5(document);
  const root: Root = tree.type === "root" ? tree : { type: "root", children: [] };
  if (isRewritten(html)) restoreAddresses(root);
  return indexTree(root);
}

type ParentNode = DefaultTreeAdapterTypes.ParentNode;

function measureDepth(document: ParentNode): number {
  let deepest = 0;
  const waiting: { readonly parent: ParentNode; readonly depth: number }[] = [{ parent: document, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { parent, depth } = next;
    deepest = Math.max(deepest, depth);
    for (const child of parent.childNodes)
      if ("childNodes" in child) waiting.push({ parent: child, depth: depth + 1 });
  }
  return deepest;
}

/** Frames may hold frames; whatever is in them stands where the outermost one does. */
function listFrames(tree: PageTree, name: string, outermost?: Element, depth = 0): Frame[] {
  return tree.withTag("iframe").flatMap((element) => {
    const frame = readFrame(element, name);
    const place = outermost ?? element;
    const inner = frame.tree && depth < FRAMES ? listFrames(frame.tree, name, place, depth + 1) : [];
    return [{ ...frame, element: place }, ...inner];
  });
}

/** Frames in one another: an embedding page, its widget, and an advertisement. */
const FRAMES = 4;

function readFrame(element: Element, name: string): Frame {
  const source = attribute(element, "srcDoc");
  const url = attribute(element, "src");
  return {
    element,
    ...(url && { url }),
    ...(source?.trim() && { tree: parsePage(source, name) }),
  };
}
