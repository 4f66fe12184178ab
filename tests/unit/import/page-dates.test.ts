import { describe, expect, it } from "vitest";
import { readDate } from "../../../lib/import/systems/html/page/dates";

describe("a date on a page", () => {
  it.each([
    ["2019-03-04T05:06:07Z", "2019-03-04T05:06:07Z"],
    ["2019-03-04T05:06:07+0100", "2019-03-04T05:06:07+01:00"],
    ["2019-03-04 05:06:07", "2019-03-04T05:06:07"],
    ["1551675967", "2019-03-04T05:06:07Z"],
    ["1551675967000", "2019-03-04T05:06:07Z"],
    ["2022-04-05T06:07:08 1649138828", "2022-04-05T06:07:08Z"],
    ["Mon, 04 Mar 2019 05:06:07 GMT", "2019-03-04T05:06:07Z"],
    ["March 4, 2019", "2019-03-04"],
    ["March 4th, 2019 at 5:06 pm", "2019-03-04T17:06"],
    ["Fri Jun 01, 2018 7:20 pm", "2018-06-01T19:20"],
    ["4 mars 2019 à 8 h 15 min", "2019-03-04T08:15"],
    ["1er août 2019", "2019-08-01"],
    ["lundi 4 mars 2019, 08:15", "2019-03-04T08:15"],
    ["Monday, March 4th, 2024 at 5:06:07 AM GMT+00:00", "2024-03-04T05:06:07+00:00"],
    ["Submitted by tess on Mon, 2009-05-04 12:30.", "2009-05-04T12:30"],
    ["Wed, 05/06/2009 - 12:30", "2009-05-06T12:30"],
    ["12 mars 2014 à 10 h 32 min", "2014-03-12T10:32"],
    ["1er avril 2009 à 8:05", "2009-04-01T08:05"],
    ["Mar 09 Oct 2012, 22:12", "2012-10-09T22:12"],
    ["31/12/2019 10:32", "2019-12-31T10:32"],
    ["Publié le 05/06/2009 à 14h03", "2009-06-05T14:03"],
    ["05/06/2009 à 14:03", "2009-06-05T14:03"],
    ["05/06/2009 at 2:03 PM", "2009-05-06T14:03"],
    ["05.06.2009, 14:03", "2009-06-05T14:03"],
  ])("reads %s to the precision that it has", (written, date) => {
    expect(readDate(written, undefined)).toBe(date);
  });

  it.each([
    "2 hours ago",
    "il y a 3 jours",
    "yesterday at 5:06",
    "hier",
    "March 4",
    "mars 2019",
    "05/06/2009",
    "05/06/2009 at 14:03",
    "13/13/2009",
    "1.2.2009.4",
    "Sun, 05/06/2009 - 12:30",
    "31 février 2019",
    "12 posts 2019",
    "",
  ])("makes none of %j", (written) => {
    expect(readDate(written, undefined)).toBeUndefined();
  });

  it("puts words into the zone that the archivist names", () => {
    expect(readDate("4 mars 2019 à 8 h 15", "Europe/Paris")).toBe("2019-03-04T08:15:00+01:00");
  });
});
