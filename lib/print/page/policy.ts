/** What a page, or all pages together, may run and be painted with. */
export type PagePolicy = {
  /** `sha256-…` of every script and inline stylesheet: nothing else runs or paints. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** What is fetched beside scripts, styles and pictures: by scripts, or as a manifest. */
  readonly fetches: readonly ("connect-src" | "manifest-src")[];
};

/**
 * The policy of one page (CSP Level 3), for its `<meta>`, in which §3.3 has no `frame-ancestors`. Scripts and styles are
 * allowed by the hash of their content, not by where they come from: even a file that somebody manages to put on the
 * host does not run. A browser enforces it beside the policy of the site, so a page runs what it names itself and no
 * script of another page.
 */
export function writePolicy({ scripts, styles, fetches }: PagePolicy): string {
  const directives = [
    "default-src 'none'",
    `script-src ${listHashes(scripts)}`,
    `style-src ${listHashes(styles)}`,
    "img-src 'self'",
    ...fetches.map((directive) => `${directive} 'self'`),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return directives.join("; ");
}

function listHashes(hashes: readonly string[]): string {
  return (
    [...new Set(hashes)]
      .sort()
      .map((hash) => `'${hash}'`)
      .join(" ") || "'none'"
  );
}
