import { describe, expect, it, test } from "vitest";
import { applySpacing } from "../../../../lib/text/writing/typography";

const N = "\u202F";
const W = "\u00A0";

describe("French spacing", () => {
  test.each([
    ["Quoi ?", `Quoi${N}?`],
    ["Non !!", `Non${N}!!`],
    ["Hein ?! Oui", `Hein${N}?! Oui`],
    ["avant ; après", `avant${N}; après`],
    ["voici : « cela »", `voici${W}: «${N}cela${N}»`],
    ["« Quoi ? » dit-il", `«${N}Quoi${N}?${N}» dit-il`],
    ["(vraiment ?)", `(vraiment${N}?)`],
    ["déjà\u00A0! là\u2009? ici\u202F:", `déjà${N}! là${N}? ici${W}:`],
    ["quoi ?…", `quoi${N}?…`],
  ])("%s", (text, spaced) => {
    for (const language of ["fr", "fr-CA", "FR"]) expect(applySpacing(text, language)).toBe(spaced);
    expect(applySpacing(text, "en")).toBe(text);
    expect(applySpacing(text, "frr")).toBe(text);
  });

  test.each([
    "Quoi? Non! avant: «cela»",
    "a != b",
    "bien :) vu ;-) ah :D oh :/ hé :p eh ;) :-(",
    "un mot :smiley: ici",
    "10:30:45",
    "ligne\n! suite",
    "if ( !ready )",
    "",
  ])("leaves %j alone", (text) => expect(applySpacing(text, "fr")).toBe(text));

  it("changes no length", () => {
    for (const text of ["a  !", "«  b  »", " ? : ; "])
      expect(applySpacing(text, "fr")).toHaveLength(text.length);
  });
});
