import { beforeAll, describe, expect, it } from "vitest";
import { encodePng, type Rgb } from "../../../../lib/share/cards/painting/indexed-png";
import { openResvg } from "../../../../lib/share/cards/painting/mask";
import { readPixels, tools } from "./cards";

const palette: readonly Rgb[] = Array.from({ length: 16 }, (_, place) => [
  place * 17,
  255 - place,
  place * 3,
]);
const size = { width: 32, height: 5 };

beforeAll(() => openResvg(tools.wasm));

describe("an indexed PNG", () => {
  it("has the colours that it was made of, pixel for pixel, as another program reads it", () => {
    const indexes = Uint8Array.from({ length: 32 * 5 }, (_, at) => (at * 7 + Math.floor(at / 32)) % 16);
    const pixels = readPixels(encodePng({ ...size, palette, indexes }), size);
    const expected = [...indexes].flatMap((place) => [...(palette[place] ?? []), 255]);
    expect([...pixels]).toEqual(expected);
  });

  it("has four bits to a pixel, and chunks whose checks are right", () => {
    const png = encodePng({ ...size, palette, indexes: new Uint8Array(32 * 5) });
    expect([...png.subarray(16, 29)]).toEqual([0, 0, 0, 32, 0, 0, 0, 5, 4, 3, 0, 0, 0]);
    // Of an empty IEND, which never changes (PNG, Annex D).
    expect(Buffer.from(png.subarray(-12)).toString("hex")).toBe("0000000049454e44ae426082");
  });
});
