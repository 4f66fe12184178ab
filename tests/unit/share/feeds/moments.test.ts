import { describe, expect, it } from "vitest";
import type { Comment } from "../../../../lib/archive/model";
import { toDateTime } from "../../../../lib/archive/moment";
import { findNewest, findUpdated } from "../../../../lib/share/feeds/moments";
import { makeArticle, makeComment } from "../archives";

describe("a date of the archive as RFC 3339 writes it", () => {
  it.each([
    ["2021-01-15T09:00:00+01:00", "2021-01-15T09:00:00+01:00"],
    ["2021-01-15T09:00+01:00", "2021-01-15T09:00:00+01:00"],
    ["2021-01-15T09:00-05:00", "2021-01-15T09:00:00-05:00"],
    ["2021-01-15T09:00Z", "2021-01-15T09:00:00Z"],
    ["2021-01-15T09:00:00.123456789Z", "2021-01-15T09:00:00.123456789Z"],
    ["2021-01-15", "2021-01-15T12:00:00Z"],
  ])("%s is %s", (iso, moment) => {
    expect(toDateTime(iso)).toBe(moment);
    expect(Date.parse(moment)).not.toBeNaN();
  });

  it("is compared as an instant, not as a text", () => {
    expect(findNewest(["2021-01-15T09:00:00+01:00", "2021-01-15T08:30:00Z"])).toBe("2021-01-15T08:30:00Z");
    expect(findNewest([])).toBeUndefined();
  });
});

describe("the moment of a comment", () => {
  const published = "2021-01-15T10:00:00+01:00";
  const missing: Comment = { id: "lost", status: "missing", published };

  it.each<[string, Comment, string | undefined, string]>([
    [
      "is that of its last change",
      makeComment(1, { published, edited: { date: "2021-01-16T00:00Z" } }),
      "2021-02-01",
      "2021-01-16T00:00:00Z",
    ],
    ["is that of its publication", makeComment(1, { published }), "2021-02-01", published],
    ["is that of a lost one, where it is known", missing, "2021-02-01", published],
    ["is else the capture", makeComment(1), "2021-02-01", "2021-02-01T12:00:00Z"],
    ["is else the article's publication", makeComment(1), undefined, "2021-01-15T09:00:00+01:00"],
  ])("%s", (_, comment, captured, updated) => {
    expect(findUpdated(comment, makeArticle({ captured }))).toBe(updated);
  });
});
