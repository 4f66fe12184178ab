import { Fragment } from "react";

/** Files of a thread's references, by what those who collect references call their formats. */
export const CITATION_FILES = [
  ["BibTeX", "citations.bib"],
  ["EndNote (RIS)", "citations.ris"],
  ["CSL", "citations.json"],
] as const;

/** "EPUB · Markdown · JSON": files by the names of their formats and their addresses. */
export function FileLinks({ files }: { files: readonly (readonly [label: string, href: string])[] }) {
  return (
    <p>
      {files.map(([label, href], index) => (
        <Fragment key={label}>
          {index > 0 && " · "}
          <a href={href}>{label}</a>
        </Fragment>
      ))}
    </p>
  );
}
