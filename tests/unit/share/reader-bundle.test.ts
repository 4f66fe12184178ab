import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { brotliSize } from "../../../lib/print/bytes";
import { BUDGET } from "../../../lib/publish/budget";
import { bundleScript } from "../../../lib/share/reader/bundle";
import { EARLY_TASTE } from "../../../lib/share/reader/early-taste";
import { READER_LANGUAGES, type ReaderLanguage } from "../../../lib/share/reader/scripts";
import * as english from "../../../lib/text/reader/english";
import * as french from "../../../lib/text/reader/french";

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

describe("the lines that apply a reader's taste", () => {
  /** What a page would look like: its adopted sheets, or none. */
  function run(globals: object): { adoptedStyleSheets: readonly unknown[] } {
    const document = { adoptedStyleSheets: [] };
    runInNewContext(EARLY_TASTE, { document, ...globals });
    return document;
  }

  class CSSStyleSheet {
    readonly cssRules: { style: { cssText: unknown } }[] = [];
    insertRule() {
      this.cssRules.push({ style: { cssText: "" } });
    }
  }

  it("put what is remembered into a sheet's first rule", () => {
    const [sheet] = run({ CSSStyleSheet, localStorage: { taste: "color-scheme: dark;" } }).adoptedStyleSheets;
    expect(sheet).toMatchObject({ cssRules: [{ style: { cssText: "color-scheme: dark;" } }] });
  });

  it("leave a sheet to the script where storage is forbidden", () => {
    const globals = Object.defineProperty({ CSSStyleSheet }, "localStorage", {
      get: () => {
        throw new Error("denied");
      },
    });
    const document = { adoptedStyleSheets: [] };
    runInNewContext(EARLY_TASTE, Object.defineProperty(globals, "document", { value: document }));
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  it("harm nobody in a browser without such sheets", () => {
    expect(run({}).adoptedStyleSheets).toEqual([]);
  });

  it("end no script element early", () => {
    expect(EARLY_TASTE).not.toMatch(/<[!/]|<script/iu);
  });
});
