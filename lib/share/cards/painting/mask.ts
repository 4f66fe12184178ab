import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Shape } from "../layout/card-drawing";

/** How much of each pixel a shape covers. */
export type Mask = {
  /** Place of its first pixel, from where the shape was asked for. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 255 for each pixel, row by row from the top. */
  readonly coverage: Uint8Array;
};

/**
 * Masks are made by resvg, which has to be opened before. It is WebAssembly: they are the same wherever it runs.
 *
 * @param wasm the bytes of `@resvg/resvg-wasm/index_bg.wasm`; only those of the first call are used
 */
export async function openResvg(wasm: Uint8Array<ArrayBuffer>): Promise<void> {
  ready ??= initWasm(wasm);
  await ready;
}

let ready: Promise<void> | undefined;

export function maskShapes(shapes: readonly Shape[]): Mask {
  const { left, top, right, bottom } = boundsOf(shapes);
  const paths = shapes.map(({ outline, x, y, scale }) => {
    const place = `translate(${x - left} ${y - top}) scale(${scale} ${-scale})`;
    return `<path transform="${place}" d="${outline}"/>`;
  });
  return { left, top, ...paint(paths.join(""), right - left, bottom - top) };
}

/** A disc around the place where it is asked for. */
export function maskDisc(radius: number): Mask {
  const disc = `<circle cx="${radius}" cy="${radius}" r="${radius}"/>`;
  return { left: -radius, top: -radius, ...paint(disc, 2 * radius, 2 * radius) };
}

/** @param body of the SVG: black where something is covered */
function paint(body: string, width: number, height: number): Omit<Mask, "left" | "top"> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`;
  const renderer = new Resvg(svg);
  const image = renderer.render();
  const { pixels } = image;
  image.free();
  renderer.free();
  return {
    width,
    height,
    coverage: Uint8Array.from({ length: width * height }, (_, at) => pixels[4 * at + 3] ?? 0),
  };
}

/** Whole pixels around shapes; a curve lies within the points that bend it. At least one pixel each way. */
function boundsOf(shapes: readonly Shape[]) {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { outline, x, y, scale } of shapes) {
    for (const [, across = "", up = ""] of outline.matchAll(POINT)) {
      left = Math.min(left, x + Number(across) * scale);
      right = Math.max(right, x + Number(across) * scale);
      top = Math.min(top, y - Number(up) * scale);
      bottom = Math.max(bottom, y - Number(up) * scale);
    }
  }
  [left, top] = [Math.floor(left), Math.floor(top)];
  return {
    left,
    top,
    right: Math.max(left + 1, Math.ceil(right)),
    bottom: Math.max(top + 1, Math.ceil(bottom)),
  };
}

const POINT = /(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/gu;
