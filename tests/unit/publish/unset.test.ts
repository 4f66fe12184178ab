import { describe, expect, it } from "vitest";
import { UNSET_ADDRESS } from "../../../lib/archive/format/schema";
import { defaultTag } from "../../../lib/archive/format/tag";
import { describeUnset } from "../../../lib/publish/unset";
import { settings } from "../share/small-archive";

const unset = { keeper: undefined, contact: undefined, url: UNSET_ADDRESS, tag: "localhost,2026:/" };
const keysOf = (lines: readonly string[]) => lines.map((line) => line.split(": ")[1]);

describe("a build names", () => {
  it("nothing of an archive that says everything", () => {
    expect(describeUnset(settings)).toEqual([]);
  });

  it("keeper, contact and address where archive.md leaves them open", () => {
    expect(keysOf(describeUnset({ ...settings, ...unset }))).toEqual(["keeper", "contact", "url"]);
  });

  it("the beginning of identifiers where only the build was told an address", () => {
    expect(unset.tag).toBe(defaultTag(UNSET_ADDRESS));
    const lines = describeUnset({ ...settings, tag: unset.tag, url: "https://archive.example/" });
    expect(keysOf(lines)).toEqual(["tag"]);
  });
});
