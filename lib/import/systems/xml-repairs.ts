import type { XmlRepairs } from "../containers/xml";
import type { SourceEvent } from "../model";

export function noRepairs(): XmlRepairs {
  return { controls: 0, references: 0, outside: 0, unquoted: 0 };
}

/** What had to be replaced so that a file could be read, as remarks. */
export function* describeRepairs(file: string, repairs: XmlRepairs): Generator<SourceEvent> {
  const { controls, references, outside, unquoted } = repairs;
  if (controls > 0)
    yield {
      kind: "remark",
      text: `${file}: ${controls} characters that XML forbids, shown as their pictures`,
    };
  if (references > 0)
    yield { kind: "remark", text: `${file}: ${references} references to HTML's characters, decoded` };
  if (unquoted > 0)
    yield {
      kind: "remark",
      text: `${file}: ${unquoted} attributes without quotation marks, read all the same`,
    };
  if (outside > 0) yield { kind: "remark", text: `${file}: text around the document, left out` };
}
