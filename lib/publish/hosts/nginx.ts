import { ASSETS } from "../../print/page/assets";
import { FILE_TYPES, type FileType, PLAIN_TEXT } from "../../share/media-types";
import type { OldAddress } from "../../share/old-addresses/old-addresses";
import { ASSET_CACHE, commonHeaders, type Header, PAGE_CACHE, type SitePolicy } from "./headers";
import { indent } from "./indent";
import type { RedirectTarget } from "./redirect-target";
import {
  HOST_PATTERN,
  mapRequests,
  PATH_PATTERN,
  QUERY_PATTERN,
  TRACKING_PATTERN,
  TRACKING_RUNS,
} from "./request-map";

/** For nginx: included in a `server` block whose `root` holds the site at its base path. */
export function writeNginxSnippet(policy: SitePolicy, precompressed: boolean): string {
  const { base } = policy;
  const common = commonHeaders(policy).map(writeHeader);
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
    ${OWN_TEXTS};
  default_type text/plain;
  ${precompressed ? "gzip_static on;\n  # With the brotli module: brotli_static on;\n  " : ""}gzip on;
  gzip_vary on;
  gzip_types text/plain text/css text/javascript application/javascript application/json application/xml
    application/atom+xml application/feed+json application/rss+xml text/xml image/svg+xml
    ${OWN_TEXTS};
${indent(2, common)}
  add_header Cache-Control "${PAGE_CACHE}" always;

  # nginx drops the headers above where a location adds its own: they are written again.
  location ${base}${ASSETS}/ {
    try_files $uri =404;
${indent(4, common)}
    add_header Cache-Control "${ASSET_CACHE}";
  }

${FILE_TYPES.filter(({ type }) => type !== PLAIN_TEXT)
  .map((each) => writeType(each, base, common))
  .join("")}  location ~ /\\.(?!well-known/) {
    return 404;
  }
}
`;
}

/** A name that servers know otherwise; of the archive's own files the one at its address alone. */
function writeType({ file, of, type, headers }: FileType, base: string, common: readonly string[]): string {
  const pattern = `${file.startsWith(".") ? "" : "/"}${file.replaceAll(".", "\\.")}$`;
  const place = of === "archive" ? `= ${base}${file}` : `~ ${pattern}`;
  return `  location ${place} {
    types {}
    default_type ${type};
${headers === undefined ? "" : `${indent(4, [...common, ...headers.map(writeHeader), CACHED])}\n`}  }

`;
}

/** Where a location adds a header, nginx drops all others: they are written again. */
const CACHED = writeHeader(["Cache-Control", PAGE_CACHE]);

function writeHeader([name, value]: Header): string {
  return `add_header ${name} "${value}" always;`;
}

/** Texts of ours that nginx has no list for. */
const OWN_TEXTS = FILE_TYPES.filter(({ of, isText }) => of === "articles" && isText)
  .map(({ type }) => type)
  .join(" ");

/**
 * For nginx: included in its `http` block, it gives `$archived` for a request to the original site: the page here, or
 * nothing. A slash at the end and what a query holds for tracking make no difference. nginx looks a key up without
 * regard to case, so addresses that differ by nothing else and lead to different pages lead to neither.
 */
export function writeNginxRedirects(addresses: readonly OldAddress[], target: RedirectTarget): string {
  const entries = mapRequests(addresses, target, (key) => key.toLowerCase());
  const longest = Math.max(0, ...entries.map(({ key }) => key.length));
  const lines = entries.map(({ key, page }) => `  ${quote(key)} ${quote(page)};\n`);
  return `# Include this file in the "http" block; in the "server" block that answers for the original site:
#   if ($archived) { return 301 $archived; }
# Of ${addresses.length} old addresses those are here that a server can tell apart: a fragment never reaches it.
map_hash_max_size ${powerOfTwo(entries.length, 2048)};
map_hash_bucket_size ${powerOfTwo(longest + 32, 128)};
map $host $archived_host {
  "~${HOST_PATTERN}" $1;
}
map $request_uri $archived_path {
  "~${PATH_PATTERN}" $1;
}
map $args $archived_args_0 {
  default $args;
}
${Array.from({ length: TRACKING_RUNS }, (_, run) => removeRun(run)).join("")}map $archived_args_${TRACKING_RUNS} $archived_query {
  default "";
  "~${QUERY_PATTERN}" "?$1";
}
map $archived_host$archived_path/$archived_query $archived {
  default "";
${lines.join("")}}
`;
}

function removeRun(run: number): string {
  return `map $archived_args_${run} $archived_args_${run + 1} {
  default $archived_args_${run};
  "~*${TRACKING_PATTERN}" "$1$2";
}
`;
}

/** A string of nginx's configuration. What is in an address needs no more: it holds neither spaces nor line breaks. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function powerOfTwo(atLeast: number, from: number): number {
  return from >= atLeast ? from : powerOfTwo(atLeast, 2 * from);
}
