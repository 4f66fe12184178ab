import type { ArchiveSettings } from "../../archive/model";
import { ASSETS } from "../../print/assets";
import { type PagePolicy, writePolicy } from "../../print/policy";
import { EPUB } from "../../share/books/epub";
import { BIBTEX } from "../../share/citations/bibtex";
import { RIS } from "../../share/citations/ris";
import { ATOM } from "../../share/feeds/atom";
import { JSON_FEED } from "../../share/feeds/json-feed";
import { MARKDOWN } from "../../share/text-copy/text-copy";

export type Header = readonly [name: string, value: string];

/** What the headers of a site depend on. */
export type SitePolicy = PagePolicy & {
  /** Whether search engines may list what the site holds; they may where nothing is said. */
  readonly indexing?: ArchiveSettings["indexing"];
  /** Path of the public address, with a slash at both ends: `/`, `/archive/`. */
  readonly base: string;
};

/** Pages keep their address and may change: a browser asks each time, and mostly hears "not modified". */
export const PAGE_CACHE = "public, max-age=0, must-revalidate";
/** A file named after its content never changes. One year is what RFC 9111 readers treat as for ever. */
export const ASSET_CACHE = "public, max-age=31536000, immutable";

const PLAIN_TEXT = "text/plain; charset=utf-8";
/** Servers seldom know the extension. */
const MANIFEST = "application/manifest+json";

/**
 * The policy of the site: what all its pages together may run and be painted with. It holds beside the policy in each
 * page, which allows no more than that page needs.
 */
export function contentSecurityPolicy(policy: SitePolicy): string {
  return `${writePolicy(policy)}; frame-ancestors 'none'`;
}

/** Sent with everything, the 404 page included. */
export function securityHeaders(policy: SitePolicy): readonly Header[] {
  return [
    ["Content-Security-Policy", contentSecurityPolicy(policy)],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "no-referrer"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
    // Two years (RFC 6797). Browsers ignore it over plain http, so http://localhost keeps working.
    ["Strict-Transport-Security", "max-age=63072000"],
  ];
}

/**
 * Sent with everything. The pages of an archive that refuses to be indexed say so themselves; its data, feeds and
 * pictures can only say it here.
 */
export function commonHeaders(policy: SitePolicy): readonly Header[] {
  const robots: Header[] = policy.indexing === "refused" ? [["X-Robots-Tag", "noindex"]] : [];
  return [...securityHeaders(policy), ...robots];
}

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. Both join a header that two rules give, so pages
 * have no rule for caching: both hosts send `PAGE_CACHE` where a site says nothing.
 */
export function writeHeadersFile(policy: SitePolicy): string {
  const rules: [path: string, headers: readonly Header[]][] = [
    ["*", commonHeaders(policy)],
    [`${ASSETS}/*`, [["Cache-Control", ASSET_CACHE]]],
    ["SHA256SUMS", [["Content-Type", PLAIN_TEXT]]],
    ["*feed.xml", [["Content-Type", `${ATOM}; charset=utf-8`]]],
    ["feed.json", [["Content-Type", JSON_FEED]]],
    ["*citations.bib", [["Content-Type", `${BIBTEX}; charset=utf-8`]]],
    ["*citations.ris", [["Content-Type", `${RIS}; charset=utf-8`]]],
    ["*article.md", [["Content-Type", `${MARKDOWN}; charset=utf-8`]]],
    ["*.epub", [["Content-Type", EPUB]]],
    ["manifest.webmanifest", [["Content-Type", MANIFEST]]],
  ];
  const blocks = rules.map(([path, headers]) => {
    const lines = headers.map(([name, value]) => `  ${name}: ${value}\n`);
    return `${policy.base}${path}\n${lines.join("")}`;
  });
  return `# Netlify and Cloudflare Pages read this file. Their own default for pages is "${PAGE_CACHE}".\n${blocks.join("")}`;
}

/** For nginx: included in a `server` block whose `root` holds the site at its base path. */
export function writeNginxSnippet(policy: SitePolicy, precompressed: boolean): string {
  const { base } = policy;
  const common = commonHeaders(policy).map(([name, value]) => `add_header ${name} "${value}" always;`);
  return `# Include this file in a "server" block; "root" is the folder that answers for "/".
location ${base} {
  index index.html;
  try_files $uri $uri/ =404;
  error_page 403 =404 ${base}404.html;
  error_page 404 ${base}404.html;
  # Redirects stay relative: the server may stand behind another one.
  absolute_redirect off;
  autoindex off;
  charset utf-8;
  charset_types text/plain text/css text/javascript application/javascript application/json application/xml
    application/atom+xml application/rss+xml text/xml image/svg+xml
    ${BIBTEX} ${RIS} ${MARKDOWN};
  default_type text/plain;
  ${precompressed ? "gzip_static on;\n  # With the brotli module: brotli_static on;\n  " : ""}gzip on;
  gzip_vary on;
  gzip_types text/plain text/css text/javascript application/javascript application/json application/xml
    application/atom+xml application/feed+json application/rss+xml text/xml image/svg+xml
    ${BIBTEX} ${RIS} ${MARKDOWN};
${indent(2, common)}
  add_header Cache-Control "${PAGE_CACHE}" always;

  # nginx drops the headers above where a location adds its own: they are written again.
  location ${base}${ASSETS}/ {
    try_files $uri =404;
${indent(4, common)}
    add_header Cache-Control "${ASSET_CACHE}";
  }

  location ~ /feed\\.xml$ {
    types {}
    default_type ${ATOM};
  }

  location ~ /citations\\.bib$ {
    types {}
    default_type ${BIBTEX};
  }

  location ~ /citations\\.ris$ {
    types {}
    default_type ${RIS};
  }

  location ~ /article\\.md$ {
    types {}
    default_type ${MARKDOWN};
  }

  location ~ \\.epub$ {
    types {}
    default_type ${EPUB};
  }

  location = ${base}feed.json {
    types {}
    default_type ${JSON_FEED};
  }

  location = ${base}manifest.webmanifest {
    types {}
    default_type ${MANIFEST};
  }

  location ~ /\\.(?!well-known/) {
    return 404;
  }
}
`;
}

/** For Caddy 2: imported in a site block whose `root` holds the site at its base path. */
export function writeCaddySnippet(policy: SitePolicy, precompressed: boolean): string {
  const { base } = policy;
  const common = commonHeaders(policy).map(([name, value]) => `${name} "${value}"`);
  return `# Import this file in a site block; "root" is the folder that answers for "/".
@page not path ${base}${ASSETS}/*
header @page Cache-Control "${PAGE_CACHE}"
header ${base}${ASSETS}/* Cache-Control "${ASSET_CACHE}"
header ${base}SHA256SUMS Content-Type "${PLAIN_TEXT}"
@atom path ${base}feed.xml ${base}*/feed.xml
header @atom Content-Type "${ATOM}; charset=utf-8"
@bibtex path ${base}*/citations.bib
header @bibtex Content-Type "${BIBTEX}; charset=utf-8"
@ris path ${base}*/citations.ris
header @ris Content-Type "${RIS}; charset=utf-8"
@markdown path ${base}*/article.md
header @markdown Content-Type "${MARKDOWN}; charset=utf-8"
@epub path ${base}*.epub
header @epub Content-Type ${EPUB}
header ${base}feed.json Content-Type "${JSON_FEED}"
header ${base}manifest.webmanifest Content-Type ${MANIFEST}
header {
${indent(2, common)}
}
encode gzip
file_server${precompressed ? " {\n  precompressed br gzip\n}" : ""}
handle_errors {
  rewrite * ${base}404.html
  header Cache-Control "${PAGE_CACHE}"
  file_server
}
`;
}

function indent(width: number, lines: readonly string[]): string {
  return lines.map((line) => " ".repeat(width) + line).join("\n");
}
