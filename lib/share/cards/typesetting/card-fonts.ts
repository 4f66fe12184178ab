import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { FontFiles } from "./typesetter";

const LATIN = "noto-serif/400Regular/NotoSerif_400Regular.ttf";
const LATIN_BOLD = "noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf";
const LATIN_ITALIC = "noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf";
const ARABIC = "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf";
const ARABIC_BOLD = "noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf";
const HEBREW = "noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf";
const HEBREW_BOLD = "noto-serif-hebrew/600SemiBold/NotoSerifHebrew_600SemiBold.ttf";
const EMOJI = "noto-emoji/400Regular/NotoEmoji_400Regular.ttf";

/** What the cards are drawn with; all of it comes from packages, nothing from the machine. */
export type CardTools = { readonly fonts: FontFiles; readonly wasm: Uint8Array<ArrayBuffer> };

/** @param project the folder of `package.json`, absolute */
export function readCardTools(project: string): CardTools {
  const { resolve } = createRequire(join(project, "package.json"));
  const files = new Map<string, Buffer>();
  const font = (path: string) => {
    const bytes = files.get(path) ?? readFileSync(resolve(`@expo-google-fonts/${path}`));
    files.set(path, bytes);
    return bytes;
  };
  const fonts = {
    regular: [LATIN, ARABIC, HEBREW, EMOJI].map(font),
    bold: [LATIN_BOLD, ARABIC_BOLD, HEBREW_BOLD, EMOJI].map(font),
    italic: [LATIN_ITALIC, ARABIC, HEBREW, EMOJI].map(font),
  };
  return { fonts, wasm: new Uint8Array(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm"))) };
}
