import type { Element } from "hast";
import { findEmoji } from "../../../text/writing/emoji";
import { attribute } from "../hast";

/** The classes that Discourse, WordPress, phpBB, XenForo and their like give to pictures of emoji. */
const CLASSES = /^(?:emoji|emojione|(?:wp-)?smiley|smilies|smilie|mceSmilie\w*)$/u;

/**
 * The characters that a picture of an emoji stands for: its own (`alt="😀"`), those of its shortcode (`:smile:`), or the
 * shortcode where nobody knows it; in its title, where its words are those for readers who see no pictures.
 *
 * @returns `undefined` for any other picture
 */
export function emojiOf(picture: Element): string | undefined {
  const { className } = picture.properties;
  if (!Array.isArray(className) || !className.some((name) => CLASSES.test(String(name)))) return undefined;
  const [alt, title] = [attribute(picture, "alt"), attribute(picture, "title")];
  const [code] = [alt, title].flatMap((written) => /:[\w+-]+:(?:t[2-6]:)?/u.exec(written ?? "")?.[0] ?? []);
  return code === undefined ? (alt ?? title ?? "") : (findEmoji(code) ?? code);
}
