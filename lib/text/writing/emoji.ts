import { nameToEmoji } from "gemoji";

/** Shortcodes of Discourse, emojione and phpBB that GitHub's list does not know. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  face_with_raised_eyebrow: "🤨",
  flag_be: "🇧🇪",
  flag_ca: "🇨🇦",
  flag_ch: "🇨🇭",
  flag_de: "🇩🇪",
  flag_es: "🇪🇸",
  flag_eu: "🇪🇺",
  flag_fr: "🇫🇷",
  flag_gb: "🇬🇧",
  flag_it: "🇮🇹",
  flag_us: "🇺🇸",
  hand_splayed: "🖐️",
  head_bandage: "🤕",
  hugging: "🤗",
  lol: "😆",
  mrgreen: "😁",
  nerd: "🤓",
  person_facepalming: "🤦",
  person_shrugging: "🤷",
  raised_eyebrow: "🤨",
  rolling_eyes: "🙄",
  sad: "🙁",
  simple_smile: "🙂",
  slight_frown: "🙁",
  slight_smile: "🙂",
  thermometer_face: "🤒",
  thumbdown: "👎",
  thumbup: "👍",
  upside_down: "🙃",
  vomiting: "🤮",
  zipper_mouth: "🤐",
};

const EMOJI: ReadonlyMap<string, string> = new Map([
  ...Object.entries(OTHER_NAMES),
  ...Object.entries(nameToEmoji),
]);

// Fitzpatrick types 1-2 to 6 (UTS #51 §2.4), which Discourse counts from 2.
const SKIN_TONES = ["\u{1F3FB}", "\u{1F3FC}", "\u{1F3FD}", "\u{1F3FE}", "\u{1F3FF}"];

/**
 * The emoji of a shortcode, `:smiley:` or `:wave:t3:`.
 *
 * @returns `undefined` for a name that nobody gave to an emoji
 */
export function findEmoji(shortcode: string): string | undefined {
  const [, name = "", tone] = shortcode.split(":");
  const emoji = EMOJI.get(name.toLowerCase());
  if (emoji === undefined || !tone) return emoji;
  return withSkinTone(emoji, SKIN_TONES[Number(tone.slice(1)) - 2]);
}

/** UTS #51: the modifier follows the first character that takes one, in place of its variation selector. */
function withSkinTone(emoji: string, tone: string | undefined): string {
  const [base = "", ...rest] = emoji;
  if (tone === undefined || !/\p{Emoji_Modifier_Base}/u.test(base)) return emoji;
  return base + tone + rest.join("").replace(/^\uFE0F/, "");
}
