import type { ArchiveSettings } from "../../archive/model";
import { type PagePolicy, writePolicy } from "../../print/page/policy";

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
