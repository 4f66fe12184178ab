import { createRequire } from "node:module";

/** A reference as citation-js reads it: CSL-JSON, with what it made of each field. */
export type ParsedCitation = {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly {
    readonly given?: string;
    readonly family?: string;
    readonly literal?: string;
  }[];
  readonly reporter?: string;
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly issued?: { readonly "date-parts"?: readonly (readonly number[])[] };
  readonly URL?: string;
  readonly note?: string;
};

type Cite = new (
  input: string,
  options: { forceType: string; generateGraph: boolean },
) => { readonly data: readonly ParsedCitation[] };

/** The package has no types. */
const Cite: Cite = createRequire(import.meta.url)("citation-js");

const TYPES = { BibTeX: "@biblatex/text", RIS: "@ris/file", "CSL-JSON": "@else/json" };

export type Format = keyof typeof TYPES;

/** Every entry of a file, as what it says it is: left to guess, citation-js takes a hostile title for its format. */
export function parseCitations(file: string, format: Format): readonly ParsedCitation[] {
  return new Cite(file, { forceType: TYPES[format], generateGraph: false }).data;
}
