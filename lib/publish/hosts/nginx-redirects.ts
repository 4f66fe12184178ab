import type { OldAddress } from "../../share/old-addresses/old-addresses";
import type { RedirectTarget } from "./redirects";
import {
  HOST_PATTERN,
  mapRequests,
  PATH_PATTERN,
  QUERY_PATTERN,
  TRACKING_PATTERN,
  TRACKING_RUNS,
} from "./request-map";

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
