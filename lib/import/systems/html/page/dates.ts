import type { Element } from "hast";
import { attribute } from "../../../conversion/hast";
import type { SourceMoment } from "../../../model";
import { readIso, readLocal, readUnix } from "../../local-time";
import { findFirst, lineOf } from "./page-tree";

/**
 * Dates as pages give them: for machines (`datetime`, `content`, seconds since 1970), else in the page's own absolute words,
 * French or English, to the precision that they have. "Two hours ago" is no date.
 */
export function readDate(written: string, timeZone: string | undefined): SourceMoment | undefined {
  const text = written.trim();
  if (text === "") return undefined;
  if (/^1?\d{9}$/u.test(text)) return readUnix(Number(text));
  if (/^1?\d{12}$/u.test(text)) return readUnix(Math.floor(Number(text) / 1000));
  // Hacker News gives a local time and the seconds.
  const [, seconds] = /^\S+T\S+ (1?\d{9})$/u.exec(text) ?? [];
  if (seconds !== undefined) return readUnix(Number(seconds));
  return (
    readIso(shorten(text), timeZone) ??
    readHttpDate(text) ??
    readWords(text, timeZone) ??
    readNumbers(text, timeZone) ??
    readOrdered(text, timeZone)
  );
}

/** Fractions of a second beyond nine digits, and `UTC` for `Z`. */
function shorten(text: string): string {
  return text.replace(/(\.\d{9})\d+/u, "$1").replace(/^(\d{4}-\d\d-\d\d)[ T]([\d:.]+) ?UTC$/u, "$1T$2Z");
}

/** The date of a comment: the first `time` within, else an element's `title`, else its words. */
export function dateOf(element: Element | undefined, timeZone: string | undefined): SourceMoment | undefined {
  if (element === undefined) return undefined;
  const time = element.tagName === "time" ? element : findFirst(element, ({ tagName }) => tagName === "time");
  for (const each of [time, element]) {
    if (each === undefined) continue;
    const written = [
      attribute(each, "dateTime"),
      attribute(each, "content"),
      attribute(each, "dataTime"),
      attribute(each, "title"),
      attribute(each, "dataTippyContent"),
      lineOf(each),
    ];
    for (const words of written) {
      const date = words && readDate(words, timeZone);
      if (date) return date;
    }
  }
  return undefined;
}

const MONTHS = new Map<string, number>(
  [
    "january janvier jan janv",
    "february février fevrier feb févr fév fevr",
    "march mars mar",
    "april avril apr avr",
    "may mai",
    "june juin jun",
    "july juillet jul juil",
    "august août aout aug",
    "september septembre sep sept",
    "october octobre oct",
    "november novembre nov",
    "december décembre decembre dec déc",
  ].flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

const MONTH = String.raw`(?<month>\p{L}{3,9})\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
/** `4 mars 2019`, `March 4, 2019`; a weekday before it says nothing more. */
const ORDERS = [
  new RegExp(String.raw`(?<![\p{L}\p{N}])${DAY}[ -]${MONTH}[ ,-]+${YEAR}(?!\d)`, "iu"),
  new RegExp(String.raw`(?<![\p{L}\p{N}])${MONTH} ${DAY},? ${YEAR}(?!\d)`, "iu"),
];
const CLOCK =
  /(?<![\d:])(?<hour>\d{1,2})(?::|h| h )(?<minute>\d\d)(?::(?<second>\d\d))?(?!\d)\s*(?<half>[ap]\.?m\b\.?)?/iu;

/** A day in words, with the time of day where it follows within a few signs. */
function readWords(text: string, timeZone: string | undefined): SourceMoment | undefined {
  if (text.length > 200) return undefined;
  const found = ORDERS.map((order) => order.exec(text)).find(
    (match) => match && isMonth(match.groups?.month),
  );
  if (!found?.groups) return undefined;
  const { day = "", month = "", year = "" } = found.groups;
  const date = `${year}-${pad(MONTHS.get(month.toLowerCase()) ?? 0)}-${pad(Number(day))}`;
  const after = text.slice(found.index + found[0].length);
  const time = readClock(after);
  const [, offset] = /(?:GMT|UTC)([+-]\d\d:\d\d)/u.exec(after) ?? [];
  if (time !== undefined && offset !== undefined) return readIso(`${date}T${time}${offset}`);
  return time === undefined ? readIso(date) : readLocal(`${date}T${time}`, timeZone);
}

const WEEKDAYS = ["sun dim", "mon lun", "tue mar", "wed mer", "thu jeu", "fri ven", "sat sam"];
const NUMBERS =
  /(?<!\d)(?:(?<iso>\d{4}-\d\d-\d\d)|(?<weekday>\p{L}{3})\p{L}*\.?,? (?<one>\d\d)\/(?<other>\d\d)\/(?<year>\d{4}))(?!\d)/iu;

/** `2009-05-04 12:30` within words; `Mon, 05/04/2009 - 12:30`, where the weekday says which number is the day. */
function readNumbers(text: string, timeZone: string | undefined): SourceMoment | undefined {
  const match = text.length > 200 ? null : NUMBERS.exec(text);
  if (!match?.groups) return undefined;
  const { iso, weekday = "", one, other, year } = match.groups;
  const orders = [...new Set([`${year}-${one}-${other}`, `${year}-${other}-${one}`])];
  const fitting = iso === undefined ? orders.filter((day) => isOn(day, weekday)) : [iso];
  const [date] = fitting;
  if (date === undefined || fitting.length > 1) return undefined;
  const time = readClock(text.slice(match.index + match[0].length));
  return time === undefined ? readIso(date) : readLocal(`${date}T${time}`, timeZone);
}

const ORDERED =
  /(?<before>(?:^|\s)(?:le|du)\s+)?(?<![\d/.])(?<one>\d{1,2})(?<mark>[/.])(?<other>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d)(?![\d/.])(?<after>,? à|,? [^,]{0,12}?\d{1,2}:\d\d(?::\d\d)? ?[ap]\.?m\b)?/iu;

/**
 * `31/12/2019`, where something says which number is the day: that there are no 31 months, the French words beside it, dots,
 * or the hours before and after noon, which go with the month first. `05/06/2009` alone is no date.
 */
function readOrdered(text: string, timeZone: string | undefined): SourceMoment | undefined {
  const match = text.length > 200 ? null : ORDERED.exec(text);
  if (!match?.groups) return undefined;
  const { before, one = "", mark, other = "", year, after = "" } = match.groups;
  const isDayFirst = Number(one) > 12 || before !== undefined || mark === "." || /à$/u.test(after);
  const isMonthFirst = Number(other) > 12 || /m$|m\.$/iu.test(after);
  if (isDayFirst === isMonthFirst) return undefined;
  const [day, month] = isDayFirst ? [one, other] : [other, one];
  const date = `${year}-${pad(Number(month))}-${pad(Number(day))}`;
  const end = match.index + match[0].length - after.length;
  const time = readClock(text.slice(end));
  return time === undefined ? readIso(date) : readLocal(`${date}T${time}`, timeZone);
}

function isOn(day: string, weekday: string): boolean {
  const names = WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? "";
  return readIso(day) !== undefined && names.split(" ").includes(weekday.toLowerCase());
}

function isMonth(name: string | undefined): boolean {
  return name !== undefined && MONTHS.has(name.toLowerCase());
}

function readClock(after: string): string | undefined {
  const match = CLOCK.exec(after);
  if (!match?.groups || match.index > 12) return undefined;
  const { hour = "", minute = "", second, half } = match.groups;
  const isAfternoon = half?.toLowerCase().startsWith("p");
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return `${pad(hours)}:${minute}${second === undefined ? "" : `:${second}`}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** `Mon, 04 Mar 2019 10:00:00 GMT` (RFC 9110 §5.6.7), and what JavaScript writes: `Mon Mar 04 2019 11:00:00 GMT+0100`. */
export function readHttpDate(words: string): SourceMoment | undefined {
  const pattern =
    /^\s*[A-Z][a-z]{2},? (?:(\d{1,2}) ([A-Z][a-z]{2})|([A-Z][a-z]{2}) (\d{1,2})) (\d{4}) (\d\d:\d\d:\d\d) (?:GMT|UTC)?([+-]\d{4})?/u;
  const match = pattern.exec(words);
  if (match === null) return undefined;
  const [, day, month, otherMonth, otherDay, year, time, offset] = match;
  const number = MONTHS.get((month ?? otherMonth ?? "").toLowerCase()) ?? 0;
  const zone = offset === undefined || offset === "+0000" ? "Z" : offset;
  return readIso(`${year}-${pad(number)}-${pad(Number(day ?? otherDay))}T${time}${zone}`);
}
