import { describe, expect, it } from "vitest";
import { measurePicture } from "../../../../lib/archive/reading/picture";

const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000280000001800802000000", "hex");
const GIF = Buffer.from("47494638396180028001", "hex");

/** A JPEG header of 640 × 480 pixels with an EXIF orientation (TIFF 6.0, tag 274). */
function makeJpeg(orientation: number): Buffer {
  const tiff = Buffer.from("4d4d002a00000008000101120003000000010000000000000000", "hex");
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from("457869660000", "hex"), tiff]);
  const app1 = Buffer.from("ffe10000", "hex");
  app1.writeUInt16BE(exif.length + 2, 2);
  const frame = Buffer.from("ffc0001108 01e0 0280 03 012200 021101 031101".replaceAll(" ", ""), "hex");
  const app0 = Buffer.from("ffe000104a46494600010100000100010000", "hex");
  return Buffer.concat([Buffer.from("ffd8", "hex"), app0, app1, exif, frame, Buffer.alloc(16)]);
}

/** An ISO base media file box (ISO/IEC 14496-12 §4.2). */
function makeBox(name: string, ...content: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + Buffer.concat(content).length);
  header.write(name, 4, "latin1");
  return Buffer.concat([header, ...content]);
}

function makeAvif(...properties: readonly Buffer[]): Buffer {
  const meta = makeBox("meta", Buffer.alloc(4), makeBox("iprp", makeBox("ipco", ...properties)));
  return Buffer.concat([makeBox("ftyp", Buffer.from("avif\0\0\0\0")), meta]);
}

const SIZE = Buffer.from("000000000000028000000180", "hex");

describe("measurePicture", () => {
  it.each([
    ["vue.png", PNG],
    ["vue.gif", GIF],
    ["vue.avif", makeAvif(makeBox("ispe", SIZE))],
  ])("measures %s", (name, bytes) => {
    expect(measurePicture(name, bytes)).toEqual({ width: 640, height: 384 });
  });

  it.each([
    [1, 640, 480],
    [3, 640, 480],
    [5, 480, 640],
    [6, 480, 640],
    [8, 480, 640],
  ])("turns a JPEG of orientation %i as the reader sees it", (orientation, width, height) => {
    expect(measurePicture("vue.jpg", makeJpeg(orientation))).toEqual({ width, height });
  });

  it.each([
    ["of another format", "vue.jpg", PNG, "png data, perhaps cut off"],
    ["cut off", "vue.png", PNG.subarray(0, 20), "png data, perhaps cut off"],
    ["a script", "vue.png", Buffer.from('<svg onload="alert(1)"/>'), 'data that begins with "<svg onl"'],
    ["empty", "vue.png", Buffer.alloc(0), 'data that begins with ""'],
    ["without an extent", "vue.gif", Buffer.from("47494638396100000000", "hex"), "0 × 0 pixels"],
  ])("refuses a picture that is %s", (_, name, bytes, found) => {
    expect(measurePicture(name, bytes)).toMatchObject({ field: "file", found });
  });

  it("looks at a bounded part of files that are made to be looked at for ever", () => {
    const box = makeBox("ispe", SIZE);
    const boxes = Buffer.alloc(200_000 * box.length, box);
    expect(measurePicture("vue.avif", makeAvif(boxes))).toBeDefined();
    const svg = Buffer.from(`<svg ${"a".repeat(5_000_000)}`);
    expect(measurePicture("vue.png", svg)).toHaveProperty("found");
  });
});
