import { z } from "zod";
import { type FieldProblem, nameKey, quote } from "./problem";
import { findSimilar } from "./similar";
import { type Fields, type FieldValue, isList, isMapping } from "./yaml";

/** The value, if there are no problems; and the fields under the keys that were meant. */
export type Checked<Value> = {
  readonly value?: Value;
  readonly problems: readonly FieldProblem[];
  readonly corrected: Fields;
};

/** Checks the keys of front matter first, and then the values. */
export function check<Shape extends z.ZodObject>(shape: Shape, fields: Fields): Checked<z.output<Shape>> {
  const { corrected, problems } = correctKeys(shape, fields);
  const checked = checkValues(shape, corrected);
  const all = [...problems, ...checked.problems];
  return { value: all.length === 0 ? checked.value : undefined, problems: all, corrected };
}

/** Checks values under known keys; the message of a shape's check says what was expected. */
export function checkValues<Shape extends z.ZodObject>(shape: Shape, fields: Fields) {
  const result = shape.safeParse(fields);
  if (result.success) return { value: result.data, problems: [] };
  return { problems: result.error.issues.map(({ path, message }) => describeIssue(path, message, fields)) };
}

function describeIssue(path: readonly PropertyKey[], expected: string, fields: Fields): FieldProblem {
  let found: FieldValue | undefined = fields;
  let field = "";
  for (const step of path) {
    found = findStep(found, step);
    field = typeof step === "number" ? `${field}[${step}]` : joinKey(field, String(step));
  }
  return { field, found: describeValue(found), expected };
}

function findStep(value: FieldValue | undefined, step: PropertyKey): FieldValue | undefined {
  if (isList(value)) return typeof step === "number" ? value[step] : undefined;
  return isMapping(value) ? value[String(step)] : undefined;
}

function joinKey(field: string, key: string): string {
  return field === "" ? key : `${field}.${key}`;
}

/** What was found, in the words of a problem. */
export function describeValue(value: FieldValue | undefined): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return quote(value);
  return isList(value) ? "a list" : "a mapping";
}

/**
 * Reports every key that the shape does not have, and leaves it out. A key that looks like a misspelling of an absent one
 * is taken for that one from here on: a slip of the pen is one problem, not a second one about a missing key.
 */
export function correctKeys(shape: z.ZodObject, fields: Fields, path = "") {
  const corrected: Record<string, FieldValue> = Object.create(null);
  const problems: FieldProblem[] = [];
  for (const [key, value] of Object.entries(fields)) {
    const name = Object.hasOwn(shape.shape, key) ? key : findMeantKey(shape, key, [fields, corrected]);
    if (name !== key) problems.push(describeUnknownKey(shape, joinKey(path, nameKey(key)), name));
    if (name === undefined) continue;
    corrected[name] = correctBelow(shape.shape[name], value, joinKey(path, name), problems);
  }
  return { corrected, problems };
}

function findMeantKey(shape: z.ZodObject, key: string, given: readonly Fields[]): string | undefined {
  const absentKeys = Object.keys(shape.shape).filter((name) => given.every((fields) => !(name in fields)));
  return findSimilar(key, absentKeys);
}

function describeUnknownKey(shape: z.ZodObject, field: string, meant: string | undefined): FieldProblem {
  const expected = meant === undefined ? `one of ${Object.keys(shape.shape).join(", ")}` : `"${meant}"`;
  return { field, found: "an unknown key", expected };
}

/** The mapping, or the mappings of a list, that stand below a key; what else stands there is not a matter of keys. */
function correctBelow(
  shape: z.core.$ZodType | undefined,
  value: FieldValue,
  path: string,
  problems: FieldProblem[],
): FieldValue {
  if (shape instanceof z.ZodOptional) return correctBelow(shape.unwrap(), value, path, problems);
  if (shape instanceof z.ZodArray && isList(value)) {
    return value.map((item, index) => correctBelow(shape.element, item, `${path}[${index}]`, problems));
  }
  if (!(shape instanceof z.ZodObject) || !isMapping(value)) return value;
  const below = correctKeys(shape, value, path);
  problems.push(...below.problems);
  return below.corrected;
}
