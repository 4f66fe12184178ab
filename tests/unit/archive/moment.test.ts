import { describe, expect, it, vi } from "vitest";
import {
  compareNewestFirst,
  isBefore,
  isMoment,
  placeInTime,
  precisionOf,
  toDateTime,
  writtenDay,
} from "../../../lib/archive/moment";
import { dayOf, formatDate } from "../../../lib/text/interface/dates";
import { wordsFor } from "../../../lib/text/interface/words-for";

describe("a moment", () => {
  it.each([
    ["2021-01-15T09:00:00+01:00", "instant"],
    ["2021-01-15T09:00Z", "instant"],
    ["2021-01-15T09:00", "local time"],
    ["2021-01-15T09:00:30.5", "local time"],
    ["2021-01-15", "day"],
  ])("%s is a %s", (moment, precision) => {
    expect(isMoment(moment)).toBe(true);
    expect(precisionOf(moment)).toBe(precision);
    expect(writtenDay(moment)).toBe("2021-01-15");
  });

  it.each([
    "2021-02-30",
    "2021-02-30T09:00",
    "2021-01",
    "2021-01-15T",
    "2021-01-15T9:00",
    "2021-01-15 09:00",
    "",
  ])("is not %j", (text) => expect(isMoment(text)).toBe(false));

  it.each([
    [
      "instant in the zone that is asked for",
      "2021-01-15T23:30:00Z",
      "16 janvier 2021 à 00h30",
      "16 January 2021 at 00:30",
    ],
    [
      "local time as it is written, in no zone",
      "2021-01-15T23:30",
      "15 janvier 2021 à 23h30",
      "15 January 2021 at 23:30",
    ],
    [
      "local time on the first of a month",
      "2021-03-01T00:00",
      "1er mars 2021 à 00h00",
      "1 March 2021 at 00:00",
    ],
    ["local time that Paris skipped", "2021-03-28T02:30", "28 mars 2021 à 02h30", "28 March 2021 at 02:30"],
    ["day without a time", "2021-01-15", "15 janvier 2021", "15 January 2021"],
  ])("prints an %s", (_, moment, french, english) => {
    expect(formatDate(moment, "Europe/Paris", wordsFor("fr"))).toBe(french);
    expect(formatDate(moment, "Europe/Paris", wordsFor("en"))).toBe(english);
  });

  it.each([
    ["2021-01-15T23:30:00Z", "2021-01-16"],
    ["2021-01-15T23:30", "2021-01-15"],
    ["2021-01-15", "2021-01-15"],
  ])("%s is cited with the day %s", (moment, day) => {
    expect(dayOf(moment, "Europe/Paris")).toBe(day);
  });

  it("stands among others as if it were in UTC, a day at its beginning, the undated at the end", () => {
    const moments = ["2021-01-15", undefined, "2021-01-15T01:30:00+01:00", "2021-01-15T00:10", "2021-01-16"];
    const sorted = moments.toSorted(compareNewestFirst);
    const expected = ["2021-01-16", "2021-01-15T01:30:00+01:00", "2021-01-15T00:10", "2021-01-15", undefined];
    // `toSorted` keeps undefined at the end by itself: the rule has to hold without it.
    expect(sorted).toEqual(expected);
    expect(compareNewestFirst(undefined, "1970-01-01")).toBeGreaterThan(0);
    expect(compareNewestFirst("1970-01-01", undefined)).toBeLessThan(0);
    expect(compareNewestFirst(undefined, undefined)).toBe(0);
  });

  it("stands there whatever the zone of the machine", () => {
    vi.stubEnv("TZ", "Pacific/Auckland");
    expect(new Date(0).getHours()).not.toBe(0);
    expect(placeInTime("1970-01-01T01:00")).toBe(3_600_000);
    expect(placeInTime("1970-01-01")).toBe(0);
    expect(formatDate("2021-01-15T23:30", "Europe/Paris", wordsFor("fr"))).toBe("15 janvier 2021 à 23h30");
    vi.unstubAllEnvs();
  });

  it("is known to be before another only where both are given to the same precision", () => {
    expect(isBefore("2021-01-14", "2021-01-15")).toBe(true);
    expect(isBefore("2021-01-15T08:00", "2021-01-15T09:00")).toBe(true);
    expect(isBefore("2021-01-14", "2021-01-15T09:00:00Z")).toBe(false);
    expect(isBefore("2021-01-15T08:00", "2021-01-15T09:00:00Z")).toBe(false);
  });

  it.each([
    ["2021-01-15T09:00", "2021-01-15T09:00:00Z"],
    ["2021-01-15T09:00:30", "2021-01-15T09:00:30Z"],
    ["2021-01-15", "2021-01-15T12:00:00Z"],
  ])("%s is %s where nothing less than an instant will do", (moment, instant) => {
    expect(toDateTime(moment)).toBe(instant);
  });
});
