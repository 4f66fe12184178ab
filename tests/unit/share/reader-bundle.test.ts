import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { brotliSize } from "../../../lib/print/bytes";
import { bundleScript } from "../../../lib/share/reader/bundle";
import { EARLY_PREFERENCES } from "../../../lib/share/reader/early-preferences";
import { READER_LANGUAGES, type ReaderLanguage } from "../../../lib/share/reader/scripts";
import * as english from "../../../lib/text/interface/reader/english";
import * as french from "../../../lib/text/interface/reader/french";
import { BUDGET } from "../../budget";

const project = new URL("../../..", import.meta.url).pathname;

describe.each(READER_LANGUAGES)("the reader's script in %s", (language: ReaderLanguage) => {
  let script = "";
  beforeAll(async () => {
    script = await bundleScript(project, "reader", language);
  });

  it("has the same bytes each time, and no path of this machine", async () => {
    expect(await bundleScript(project, "reader", language)).toBe(script);
    expect(script).not.toContain(project);
  });

  it("is within its budget", () => {
    expect(brotliSize(Buffer.from(script))).toBeLessThanOrEqual(BUDGET.readerScript);
  });

  it("speaks its language alone", () => {
    const said = { fr: french.copyLink, en: english.copyLink };
    for (const [other, words] of Object.entries(said))
      expect(script.includes(words)).toBe(other === language);
  });

  it("holds its dress", () => {
    expect(script).toContain(".share");
  });
});

it("says the same things in both languages", () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
});

describe("the lines that apply a reader's preferences", () => {
  /** The declarations of a page's root, none at first. */
  function run(globals: object): { cssText: string } {
    const style = { cssText: "" };
    Object.defineProperty(globals, "document", { value: { documentElement: { style } } });
    runInNewContext(EARLY_PREFERENCES, globals);
    return style;
  }

  it("declare what is remembered on the page's root", () => {
    const { cssText } = run({ localStorage: { taste: "color-scheme: dark;" } });
    expect(cssText).toBe("color-scheme: dark;");
  });

  it("leave the page as it is where storage is forbidden", () => {
    const deny = () => {
      throw new Error("denied");
    };
    expect(run(Object.defineProperty({}, "localStorage", { get: deny })).cssText).toBe("");
  });

  it("end no script element early", () => {
    expect(EARLY_PREFERENCES).not.toMatch(/<[!/]|<script/iu);
  });
});

describe.each(READER_LANGUAGES)("the search's script in %s", (language: ReaderLanguage) => {
  it("has the same bytes each time, and at most 7,000 of them with both languages' stems", async () => {
    const script = await bundleScript(project, "search", language);
    expect(await bundleScript(project, "search", language)).toBe(script);
    expect(brotliSize(Buffer.from(script))).toBeLessThanOrEqual(7_000);
  });

  it("speaks its language alone", async () => {
    const script = await bundleScript(project, "search", language);
    expect(script.includes("Aucun résultat")).toBe(language === "fr");
    expect(script.includes("Nothing found")).toBe(language === "en");
  });
});
