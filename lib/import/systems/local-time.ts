import { TZDate } from "@date-fns/tz";
import { formatISO } from "date-fns";
import { isMoment } from "../../archive/moment";
import type { SourceMoment } from "../model";

/** `2014-01-14 17:31:03` as databases write it, in UTC. */
export function readUtc(written: string): SourceMoment | undefined {
  return check(`${normalize(written)}Z`);
}

/** The same of a clock somewhere: an instant where its zone is known, else a time as it was written. */
export function readLocal(written: string, timeZone: string | undefined): SourceMoment | undefined {
  const local = check(normalize(written));
  if (local === undefined || timeZone === undefined || !local.includes("T")) return local;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (local.match(/\d+/gu) ?? []).map(
    Number,
  );
  return formatISO(new TZDate(year, month - 1, day, hour, minute, second, timeZone));
}

/** A date in ISO 8601 that says its own zone, or says none. */
export function readIso(written: string, timeZone?: string): SourceMoment | undefined {
  const moment = check(normalize(written));
  return moment === undefined || /(?:Z|[+-]\d\d:\d\d)$/u.test(moment) || !moment.includes("T")
    ? moment
    : readLocal(written, timeZone);
}

/** Seconds since 1970 in UTC. */
export function readUnix(seconds: number): SourceMoment | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : check(date.toISOString().replace(".000Z", "Z"));
}

function normalize(written: string): string {
  return written
    .trim()
    .replace(/^(\d{4}-\d\d-\d\d) (\d)/u, "$1T$2")
    .replace(/([+-]\d\d)(\d\d)$/u, "$1:$2");
}

/** Databases write zeros, or the year 1, for a date that they do not know. */
function check(moment: string): SourceMoment | undefined {
  return isMoment(moment) && !/^000[01]-/u.test(moment) ? moment : undefined;
}
