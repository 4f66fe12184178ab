import type { Catalogue } from "../../archive/model";
import type { PrintedFile } from "../../print/print-page";
import { listOldAddresses } from "../../share/old-addresses/old-addresses";
import { SEAL } from "../site/checksums";
import { type SitePolicy, writeCaddySnippet, writeHeadersFile, writeNginxSnippet } from "./headers";
import { writeNginxRedirects } from "./nginx-redirects";
import { writeRedirectsFile } from "./redirects";

/** What the files for hosts depend on. */
export type HostOrder = {
  readonly catalogue: Catalogue;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Paths of everything else that the site has: no old address may stand before one of them. */
  readonly published: readonly string[];
  readonly precompress: boolean;
};

const PATHS = {
  headers: "_headers",
  redirects: "_redirects",
  nginx: "_hosting/nginx.conf",
  nginxRedirects: "_hosting/nginx-redirects.conf",
  caddy: "_hosting/Caddyfile",
};

/** What each host reads. Articles cannot have these addresses: a slug is in lower case and begins with no `_`. */
export function writeHostFiles({
  catalogue,
  scripts,
  styles,
  published,
  precompress,
}: HostOrder): PrintedFile[] {
  const { settings } = catalogue;
  const url = new URL(settings.url);
  const fetches = ["connect-src", "manifest-src"] as const;
  const policy: SitePolicy = { base: url.pathname, scripts, styles, fetches, indexing: settings.indexing };
  const { addresses } = listOldAddresses(catalogue);
  const target = { url, published: [...published, ...Object.values(PATHS), SEAL] };
  return [
    { path: PATHS.headers, content: writeHeadersFile(policy) },
    { path: PATHS.nginx, content: writeNginxSnippet(policy, precompress) },
    { path: PATHS.caddy, content: writeCaddySnippet(policy, precompress) },
    { path: PATHS.redirects, content: writeRedirectsFile(addresses, target) },
    { path: PATHS.nginxRedirects, content: writeNginxRedirects(addresses, target) },
  ];
}
