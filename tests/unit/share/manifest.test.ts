import { readFileSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import { describe, expect, it } from "vitest";
import { writeManifest } from "../../../lib/share/manifest";
import { settings } from "./small-archive";

const project = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(project, path));

describe("the manifest", () => {
  const manifest = JSON.parse(writeManifest({ ...settings, url: "https://archive.example/kept/" }));

  it("opens the archive's index in the browser, below its base path", () => {
    expect(manifest).toMatchObject({
      name: "Petite archive",
      lang: "fr",
      dir: "ltr",
      start_url: "/kept/",
      scope: "/kept/",
      display: "browser",
    });
  });

  it("has the colours of the pages and of the icon", () => {
    expect(read("components/style/base.css").toString()).toContain(
      `--paper: light-dark(${manifest.background_color},`,
    );
    expect(read("public/icon.svg").toString()).toContain(`fill="${manifest.theme_color}"`);
  });

  it("names icons that are there, of the size they say", () => {
    expect(manifest.icons).toHaveLength(2);
    for (const { src, sizes, type } of manifest.icons) {
      const image = imageSize(read(src.replace("/kept/", "public/")));
      expect(type).toBe(image.type === "svg" ? "image/svg+xml" : `image/${image.type}`);
      if (sizes !== "any") expect(sizes).toBe(`${image.width}x${image.height}`);
    }
  });

  it("is written from right to left where the archive is", () => {
    expect(JSON.parse(writeManifest({ ...settings, language: "ar" })).dir).toBe("rtl");
  });
});
