import { ASSETS } from "../../print/page/assets";
import { FILE_TYPES, type FileType, writeContentType } from "../../share/media-types";
import type { OldAddress } from "../../share/old-addresses/old-addresses";
import { ASSET_CACHE, commonHeaders, PAGE_CACHE, type SitePolicy } from "./headers";
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

/** For Caddy 2: imported in a site block whose `root` holds the site at its base path. */
export function writeCaddySnippet(policy: SitePolicy, precompressed: boolean): string {
  const { base } = policy;
  const common = commonHeaders(policy).map(([name, value]) => `${name} "${value}"`);
  return `# Import this file in a site block; "root" is the folder that answers for "/".
@page not path ${base}${ASSETS}/*
header @page Cache-Control "${PAGE_CACHE}"
header ${base}${ASSETS}/* Cache-Control "${ASSET_CACHE}"
${FILE_TYPES.map((each) => writeType(each, base)).join("")}header {
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

/** A name that servers know otherwise, beside the index or in the folder of an article. */
function writeType({ file, of, headers = [], ...type }: FileType, base: string): string {
  const value = `Content-Type "${writeContentType(type)}"\n`;
  if (of === "archive") return `header ${base}${file} ${value}`;
  // Within a path a star stands for no slash.
  const nested = `${base}*/${file.startsWith(".") ? "*" : ""}${file}`;
  const places = of === "both" ? `${base}${file} ${nested}` : nested;
  const matcher = `@${file.replace(/^\W/, "").replace(/\W/g, "-")}`;
  const more = headers.map(([name, each]) => `header ${matcher} ${name} "${each}"\n`);
  return `${matcher} path ${places}\nheader ${matcher} ${value}${more.join("")}`;
}

/**
 * For Caddy 2: imported in a site block that answers for the original site, it redirects every request that has a page
 * here, and leaves the rest to that block. A slash at the end and what a query holds for tracking make no difference.
 */
export function writeCaddyRedirects(addresses: readonly OldAddress[], target: RedirectTarget): string {
  const entries = mapRequests(addresses, target, seeAsGo);
  const lines = entries.map(({ key, page }) => `  ${writeKey(key)} ${page}\n`);
  return `# Import this file in the site block that answers for the original site.
# Of ${addresses.length} old addresses those are here that a server can tell apart: a fragment never reaches it.
map {host} {archived_host} {
  "~(?i)${HOST_PATTERN}" "\${1}"
}
map {uri} {archived_path} {
  "~${PATH_PATTERN}" "\${1}"
}
map {query} {archived_args_0} {
  "~(.*)" "\${1}"
}
${Array.from({ length: TRACKING_RUNS }, (_, run) => removeRun(run)).join("")}map {archived_args_${TRACKING_RUNS}} {archived_query} {
  "~${QUERY_PATTERN}" "?\${1}"
  default ""
}
map {archived_host}{archived_path}/{archived_query} {archived} {
${lines.join("")}  default ""
}
@archived expression \`{archived} != ""\`
redir @archived {archived} 301
`;
}

function removeRun(run: number): string {
  return `map {archived_args_${run}} {archived_args_${run + 1}} {
  "~(?i)${TRACKING_PATTERN}" "\${1}\${2}"
  "~(.*)" "\${1}"
}
`;
}

/** Go writes a path that holds a sign beyond RFC 3986 (`|`, `^`) anew, in its own way of percent-encoding. */
function seeAsGo(key: string): string {
  const [path = "", ...query] = key.split(/(?=\?)/);
  if (/^[\w\-.~!$&'()*+,;=:@/%[\]]*$/.test(path)) return key;
  return path.replace(/%[\da-f]{2}|[^%]/gi, encodeAsGo) + query.join("");
}

function encodeAsGo(sign: string): string {
  const code = sign.length > 1 ? Number.parseInt(sign.slice(1), 16) : sign.charCodeAt(0);
  const plain = String.fromCharCode(code);
  if (/[\w\-.~$&+,/:;=@]/.test(plain)) return plain;
  return `%${code.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** Signs that mean nothing to a Caddyfile within quotation marks. */
const PLAIN = /^[\w\-.~!$&'()*+,:;=?@/%|^[\]]+$/;

/** A string of a Caddyfile; one with other signs, a brace say, is a regular expression (RE2) that names them by number. */
function writeKey(key: string): string {
  if (PLAIN.test(key)) return `"${key}"`;
  const pattern = key.replace(/[^\w/%&=-]/g, (sign) => {
    const number = sign.charCodeAt(0).toString(16).padStart(2, "0");
    return `\\x${number}`;
  });
  return `"~^${pattern}$"`;
}
