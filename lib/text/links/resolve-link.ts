// WHATWG URL §4.3 "URL code points" without what Unicode calls control, format or space characters.
const AS_TYPED = /^(?:https?:\/\/|mailto:)[^\p{C}\p{Z}"<>\\^`{|}]+$/u;

/**
 * The address that a link leads to, absolute, or `undefined` where it may not or cannot lead anywhere:
 * a scheme that is not allowed, or a relative address without a page to resolve it against.
 * An ordinary address stays as it was typed; any other is written as WHATWG URL §4.5 serializes it.
 *
 * @param protocols the allowed schemes, lower case, without colon
 */
export function resolveLink(
  raw: string,
  baseUrl: string | undefined,
  protocols: readonly string[],
): string | undefined {
  const url = parseUrl(raw, baseUrl);
  if (!url || !protocols.includes(url.protocol.slice(0, -1))) return undefined;
  return AS_TYPED.test(raw) ? raw : url.href;
}

function parseUrl(raw: string, baseUrl: string | undefined): URL | undefined {
  if (raw === "") return undefined;
  // Without a base, a text such as "http:foo" is still a relative address: two attempts, not one.
  const base = baseUrl !== undefined && URL.canParse(baseUrl) ? baseUrl : undefined;
  return URL.canParse(raw, base) ? new URL(raw, base) : undefined;
}
