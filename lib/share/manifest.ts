import { addressesOf } from "../archive/addresses";
import type { ArchiveSettings } from "../archive/model";
import { textDirection } from "../text/writing/language-tag";

/** The light `--paper` of `components/style/base.css`, and the ground of `public/icon.svg`. */
const PAPER = "#fdfcf8";
const ACCENT = "#8a3b12";

/**
 * `manifest.webmanifest` (W3C Web Application Manifest), for whoever keeps the archive on a home screen. It opens
 * in the browser: a reader needs the address of what is read.
 */
export function writeManifest({ name, language, url }: ArchiveSettings): string {
  const { index, file } = addressesOf(url);
  const manifest = {
    name,
    lang: language,
    dir: textDirection(language),
    start_url: index,
    scope: index,
    display: "browser",
    background_color: PAPER,
    theme_color: ACCENT,
    icons: [
      { src: file("icon.svg"), sizes: "any", type: "image/svg+xml" },
      // Its ground reaches the edges and its lines stay within the safe zone, so that any mask fits.
      { src: file("apple-touch-icon.png"), sizes: "180x180", type: "image/png", purpose: "maskable" },
    ],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
