import type { Element, ElementContent } from "hast";
import { element, text } from "../../../text/markdown/display/nodes";
import { attribute, findElements, hasClass } from "../hast";
import { absoluteAddress } from "../source-address";
import { emojiOf } from "./emoji-pictures";
import type { Preparation, Setting } from "./preparation";

/** Pictures, films, sounds and frames: each becomes what it is called, and leads to where it was. */
export const prepareMedia: Preparation = (node, setting) => {
  const { baseUrl } = setting;
  if (node.tagName === "img") return preparePicture(node, setting);
  if (hasClass(node, "lightbox-wrapper") || (node.tagName === "a" && hasClass(node, "lightbox")))
    return prepareLightbox(node, setting);
  if (hasClass(node, "lazyYT", "youtube-onebox", "lazy-video-container"))
    return prepareLazyVideo(node, baseUrl);
  if (!PLAYERS.has(node.tagName)) return undefined;
  return preparePlayer(node, baseUrl);
};

const PLAYERS: ReadonlySet<string> = new Set(["video", "audio", "iframe", "embed", "object"]);

function preparePicture(picture: Element, { baseUrl, fileAt }: Setting): ElementContent[] {
  const emoji = emojiOf(picture);
  if (emoji !== undefined) return [text(emoji)];
  if (hasClass(picture, "avatar", "site-icon", "onebox-avatar")) return [];
  const locate = (source: string) => fileAt?.(source) ?? absoluteAddress(source, baseUrl);
  const sources = SOURCES.flatMap((name) => attribute(picture, name) ?? []);
  const address = sources.map(locate).find(Boolean);
  const alt = attribute(picture, "alt") ?? "";
  if (address === undefined) return alt === "" ? [] : [text(alt)];
  const title = attribute(picture, "title");
  const words = { alt: alt || title || "", ...(alt && title && { title }) };
  return [element("img", { src: fileAt?.(address) ?? address, ...words })];
}

/** Where a picture is; where a page loads it late, `src` holds a placeholder in the page itself. */
const SOURCES = ["src", "dataSrc", "dataOriginal", "dataLazySrc", "dataUrl"];

/** The small picture inside leads to the large one; what the hover said of its size is furniture. */
function prepareLightbox(node: Element, { baseUrl, fileAt }: Setting): ElementContent[] | undefined {
  const [link] = findElements(node, ({ tagName }) => tagName === "a");
  const [picture] = findElements(node, ({ tagName }) => tagName === "img");
  const href = link && attribute(link, "href");
  const address = href === undefined ? undefined : absoluteAddress(href, baseUrl);
  if (link === undefined || picture === undefined || address === undefined) return undefined;
  const alt = attribute(picture, "alt") || attribute(link, "title") || "";
  const src = attribute(picture, "src") ?? "";
  const isSmallAtHand = fileAt?.(src) !== undefined && fileAt(address) === undefined;
  if (isSmallAtHand) return [element("a", { href: address }, [element("img", { src, alt })])];
  return [element("img", { src: fileAt?.(address) ?? address, alt })];
}

function prepareLazyVideo(node: Element, baseUrl: string | undefined): ElementContent[] | undefined {
  const id = attribute(node, "dataYoutubeId") ?? attribute(node, "dataVideoId");
  const provider = attribute(node, "dataProviderName") ?? "youtube";
  const title = attribute(node, "dataYoutubeTitle") ?? attribute(node, "dataVideoTitle");
  if (id !== undefined && provider === "youtube")
    return [labelled(`https://www.youtube.com/watch?v=${encodeURIComponent(id)}`, title)];
  const [link] = findElements(node, ({ tagName }) => tagName === "a");
  const address = absoluteAddress((link && attribute(link, "href")) ?? "", baseUrl);
  return address === undefined ? undefined : [labelled(address, title)];
}

function preparePlayer(node: Element, baseUrl: string | undefined): ElementContent[] {
  const sources = [node, ...findElements(node, ({ tagName }) => tagName === "source")];
  const written =
    sources.map((each) => attribute(each, "src") ?? attribute(each, "data")).find(Boolean) ?? "";
  const address = absoluteAddress(written, baseUrl);
  if (address === undefined) return [];
  return [labelled(address, attribute(node, "title") ?? attribute(node, "ariaLabel"))];
}

/** The sign says what the words cannot, in any language. */
function labelled(address: string, title: string | undefined): Element {
  return element("p", {}, [text("▶ "), element("a", { href: address }, [text(title?.trim() || address)])]);
}
