const LINKABLE: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

/** The absolute form of an address in a text, or `undefined` where it leads nowhere or must not be followed. */
export function absoluteAddress(address: string, baseUrl: string | undefined): string | undefined {
  const trimmed = address.trim();
  // Addresses without a scheme (`//host/path`) were made for pages over http and https alike.
  const written = trimmed.startsWith("//") && baseUrl === undefined ? `https:${trimmed}` : trimmed;
  if (!URL.canParse(written, baseUrl)) return undefined;
  const url = new URL(written, baseUrl);
  if (!LINKABLE.has(url.protocol)) return undefined;
  return /^(?:https?:\/\/|mailto:)\S+$/iu.test(written) ? written : url.href;
}
