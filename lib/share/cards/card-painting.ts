import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { CARD_SIZE } from "./card";
import { indexPixels } from "./card-colours";
import { encodePng, type Rgb } from "./indexed-png";

/** Bytes that a card's image may have: an archive has as many cards as comments. */
export const CARD_WEIGHT = 24_000;

/**
 * An SVG of a card's size as PNG in the given colours, one pixel to a unit. The same pixels wherever it runs: it is
 * WebAssembly and whole numbers throughout.
 *
 * @param wasm the bytes of `@resvg/resvg-wasm/index_bg.wasm`; only those of the first call are used
 */
export async function paintSvg(
  svg: string,
  palette: readonly Rgb[],
  wasm: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(wasm);
  await ready;
  return encodePng({ ...CARD_SIZE, palette, indexes: indexPixels(readPixels(svg), palette) });
}

let ready: Promise<void> | undefined;

/** Red, green, blue and alpha of each pixel. */
function readPixels(svg: string): Uint8Array {
  const renderer = new Resvg(svg);
  const image = renderer.render();
  const { pixels } = image;
  image.free();
  renderer.free();
  return pixels;
}
