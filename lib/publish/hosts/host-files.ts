import type { PrintedFile } from "../../print/page/print-page";
import type { PrintedArticles } from "../../print/print-articles";
import type { PrintSetup } from "../../print/workers/article-printer";
import { listOldAddresses } from "../../share/old-addresses/old-addresses";
import { EARLY_PREFERENCES_HASH } from "../../share/reader/early-preferences";
import { writeCaddyRedirects, writeCaddySnippet } from "./caddy";
import type { SitePolicy } from "./headers";
import { writeHeadersFile, writeRedirectsFile } from "./netlify-cloudflare";
import { writeNginxRedirects, writeNginxSnippet } from "./nginx";

/** What the files for hosts depend on. */
export type HostOrder = Pick<PrintedArticles, "catalogue" | "setup"> & {
  /** Paths of everything else that the site has, its seal included: no old address may stand before one of them. */
  readonly published: readonly string[];
};

const PATHS = {
  headers: "_headers",
  redirects: "_redirects",
  nginx: "_hosting/nginx.conf",
  nginxRedirects: "_hosting/nginx-redirects.conf",
  caddy: "_hosting/Caddyfile",
  caddyRedirects: "_hosting/Caddyfile-redirects",
};

/** Whether a file of the site is there for its host, and no reader asks for it. */
export function isHostFile(path: string): boolean {
  return Object.values(PATHS).includes(path);
}

/** What each host reads. Articles cannot have these addresses: a slug is in lower case and begins with no `_`. */
export function writeHostFiles({ catalogue, setup, published }: HostOrder): PrintedFile[] {
  const { settings, precompress } = setup;
  const url = new URL(settings.url);
  const policy = policyOf(setup);
  const { addresses } = listOldAddresses(catalogue);
  const target = { url, published: [...published, ...Object.values(PATHS)] };
  return [
    { path: PATHS.headers, content: writeHeadersFile(policy) },
    { path: PATHS.nginx, content: writeNginxSnippet(policy, precompress) },
    { path: PATHS.caddy, content: writeCaddySnippet(policy, precompress) },
    { path: PATHS.redirects, content: writeRedirectsFile(addresses, target) },
    { path: PATHS.nginxRedirects, content: writeNginxRedirects(addresses, target) },
    { path: PATHS.caddyRedirects, content: writeCaddyRedirects(addresses, target) },
  ];
}

/** All that some page of the site may run and be painted with. */
function policyOf({ settings, dress }: PrintSetup): SitePolicy {
  return {
    base: dress.base,
    scripts: [EARLY_PREFERENCES_HASH, ...[...dress.scripts.values()].map(({ integrity }) => integrity)],
    styles: [...dress.stylesheets.values()].map(({ hash }) => hash),
    fetches: ["connect-src", "manifest-src"],
    indexing: settings.indexing,
  };
}
