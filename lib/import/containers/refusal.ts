import { formatProblem, quote } from "../../archive/format/problem";

/** Why a source cannot be read: `<file>: <place>: found …, expected …`. What was read of it before is not lost. */
export class SourceRefusal extends Error {
  override readonly name = "SourceRefusal";

  constructor(path: string, field: string, found: string, expected: string) {
    super(formatProblem({ path, field, found, expected }));
  }
}

/** An error of the system or of a library, in its own words; whoever sees it knows which file it is about. */
export function refuseAfter(error: unknown, path: string, expected: string): SourceRefusal {
  if (error instanceof SourceRefusal) return error;
  const found = error instanceof Error ? quote(error.message) : "an error";
  return new SourceRefusal(path, "file", found, expected);
}
