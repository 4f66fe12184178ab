/** What Unicode lets a text do to its neighbours or to its readers' eyes, and how it is kept from doing so. */

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

// UAX #9 §2: embeddings, overrides, isolates and what ends them.
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/g;
const EMBEDDINGS = "\u202A\u202B";
const ISOLATES = "\u2066\u2067\u2068";
const [POP_EMBEDDING, POP_ISOLATE] = ["\u202C", "\u2069"];

// C0 and C1 without tab and line feed.
const CONTROL = /[^\P{Cc}\t\n]/gu;

/**
 * Where characters stand that would reorder or hide text: every override, every bidirectional control
 * without its partner, every control code. Pairs of embeddings and isolates, and marks (U+200E, U+200F,
 * U+061C), belong to Arabic and Hebrew writing and stay.
 *
 * @param text one paragraph
 * @returns indexes in UTF-16 code units
 */
export function findStrayControls(text: string): ReadonlySet<number> {
  const stray = new Set<number>();
  for (const { index } of text.matchAll(CONTROL)) stray.add(index);
  const open: { readonly index: number; readonly end: string }[] = [];
  let isolates = 0;
  for (const { 0: control, index } of text.matchAll(BIDI_CONTROL)) {
    if (EMBEDDINGS.includes(control)) open.push({ index, end: POP_EMBEDDING });
    else if (ISOLATES.includes(control)) {
      open.push({ index, end: POP_ISOLATE });
      isolates += 1;
    } else if (control === POP_ISOLATE && isolates > 0) {
      // It also ends the embeddings that were left open within.
      const unclosed = open.splice(open.findLastIndex(({ end }) => end === POP_ISOLATE)).slice(1);
      for (const embedding of unclosed) stray.add(embedding.index);
      isolates -= 1;
    } else if (open.at(-1)?.end === control) open.pop();
    else stray.add(index);
  }
  for (const { index } of open) stray.add(index);
  return stray;
}

/** `U+202E` for the first character of `text`. */
export function codePointName(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * What a reader sees in the place of a control: the picture of a C0 control or DEL (Unicode's Control Pictures, `␇`
 * for U+0007), which every font and every format of text can hold, and `U+202E` in words for those without a picture.
 */
export function showControl(control: string): string {
  const code = control.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? "\u2421" : codePointName(control);
}

/** Text for an attribute, where nothing can be marked up: its stray controls are spelled out. */
export function spellControls(text: string): string {
  const stray = findStrayControls(text);
  if (stray.size === 0) return text;
  return text
    .split("")
    .map((unit, index) => (stray.has(index) ? showControl(unit) : unit))
    .join("");
}

/** NUL and lone surrogates, which no HTML file can hold, as U+FFFD; lines end with LF; no byte order mark. */
export function toWellFormedText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\0|\p{Surrogate}/gu, "\uFFFD");
}

// Characters of a name that a reader cannot see, or that turn what follows around.
const INVISIBLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0\u2800]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;
const JOINER = /[\u200C\u200D]/;
const JOINED = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F/u;
const JOINING_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}\p{Script=Khmer}]/u;
const MARK_OF_DIRECTION = /[\u200E\u200F\u061C]/;

/**
 * A participant's name as a reader can tell it from others: every invisible or direction-changing
 * character is spelled out (`jojo⟨U+200B⟩zekil`). Joiners inside an emoji or in a script that joins
 * its letters, and direction marks beside right-to-left letters, do their work and stay.
 */
export function displayName(name: string): string {
  return name.replace(INVISIBLE, (character: string, index: number) => {
    const around = name.slice(Math.max(0, index - 2), index + character.length + 2);
    if (JOINER.test(character) && (JOINED.test(around) || JOINING_SCRIPT.test(around))) return character;
    if (MARK_OF_DIRECTION.test(character) && hasRightToLeft(name)) return character;
    return `⟨${codePointName(character)}⟩`;
  });
}

/** Letters of other scripts, and digits, that look like a Latin letter (a part of UTS #39's confusables). */
const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "аαɑ",
    b: "Вʙ",
    c: "сϲᴄ",
    d: "ԁ",
    e: "еҽεєЕΕ",
    g: "ɡց",
    h: "һΗН",
    i: "іιıɩ",
    j: "јϳ",
    k: "кκΚК",
    l: "ӏІΙI1|ǀℓ",
    m: "мΜМ",
    n: "ոΝп",
    o: "оοσօ0О",
    p: "рρΡР",
    q: "ԛ",
    s: "ѕЅʂ",
    t: "тτΤТ",
    u: "υսʋ",
    v: "ѵνᴠ",
    w: "ԝωᴡ",
    x: "хχΧХ",
    y: "уγΥУүʏ",
    z: "ᴢΖ",
  }).flatMap(([letter, imitations]) => [...imitations].map((imitation) => [imitation, letter])),
);

/**
 * Which names imitate another: they look the same after invisible characters are removed and look-alike
 * letters of Latin, Greek and Cyrillic are exchanged, though they are spelled differently. Names that
 * differ only in case or normalization form do not imitate each other. Linear in the number of names.
 *
 * @param names in the order of their first appearance; of two that look alike the one in plain
 * letters is the original, else the first
 * @returns imitating name → imitated name
 */
export function findLookalikes(names: Iterable<string>): ReadonlyMap<string, string> {
  const bySkeleton = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const skeleton = skeletonOf(name);
    const alike = bySkeleton.get(skeleton);
    if (alike) alike.push(name);
    else bySkeleton.set(skeleton, [name]);
  }
  const imitations = new Map<string, string>();
  for (const [skeleton, alike] of bySkeleton) {
    const original = alike.find((name) => spelling(name) === skeleton) ?? alike[0];
    if (original === undefined || alike.length === 1) continue;
    for (const name of alike) {
      if (spelling(name) !== spelling(original)) imitations.set(name, original);
    }
  }
  return imitations;
}

function spelling(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function skeletonOf(name: string): string {
  const visible = name
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/\p{Variation_Selector}/gu, "");
  return Array.from(visible.replace(/\s+/gu, " ").trim(), (character) => {
    const lower = character.toLowerCase();
    return CONFUSABLES.get(character) ?? CONFUSABLES.get(lower) ?? lower;
  }).join("");
}
