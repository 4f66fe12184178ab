import { join } from "node:path";
import { expect, it } from "vitest";
import { compareSites, formatChanges, readEarlierSeal } from "../../../lib/publish/site/changes";
import { writeSeal } from "../../../lib/publish/site/checksums";
import { makeFolder } from "../folders";

const fileOf = (path: string, digest: string) => ({ path, size: 1, digest: digest.repeat(64) });

it("what changed is counted in pages: new, changed and gone", () => {
  const before = [fileOf("index.html", "a"), fileOf("art/index.html", "a"), fileOf("old/index.html", "a")];
  const folder = makeFolder({ SHA256SUMS: writeSeal([...before, fileOf("feed.xml", "a")]) });
  const now = [
    fileOf("index.html", "a"),
    fileOf("art/index.html", "b"),
    fileOf("art/c/1/index.html", "a"),
    fileOf("art/c/2/index.html", "a"),
    fileOf("sitemap.xml", "a"),
  ];
  const changes = compareSites(readEarlierSeal(folder), now);
  expect(changes).toEqual({ added: 2, changed: 1, removed: 1 });
  expect(formatChanges(changes)).toBe("2 pages new, 1 changed, 1 gone");
});

it("where there was no site everything is new", () => {
  const changes = compareSites(readEarlierSeal(join(makeFolder(), "nowhere")), [fileOf("index.html", "a")]);
  expect(changes).toEqual({ added: 1, changed: 0, removed: 0 });
});
