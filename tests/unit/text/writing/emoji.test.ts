import { expect, test } from "vitest";
import { findEmoji } from "../../../../lib/text/writing/emoji";

test.each([
  [":smiley:", "😃"],
  [":+1:", "👍"],
  [":SMILE:", "😄"],
  [":slight_smile:", "🙂"],
  [":rolling_eyes:", "🙄"],
  [":wave:t2:", "👋🏻"],
  [":wave:t6:", "👋🏿"],
  [":v:t4:", "✌🏽"],
  [":smiley:t3:", "😃"],
])("%s is %s", (shortcode, emoji) => expect(findEmoji(shortcode)).toBe(emoji));

test.each([":30:", ":nothing:", ":constructor:", ":__proto__:", "::"])("%s is none", (shortcode) =>
  expect(findEmoji(shortcode)).toBeUndefined(),
);
