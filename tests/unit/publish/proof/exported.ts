/** A page as Next 16.4 exports one, shortened; the parts that differ between cases can be given. */
export function exportedPage({
  head = "<title>Art</title>",
  body = "<main><h1>Art</h1></main>",
} = {}): string {
  return `<!DOCTYPE html><html lang="fr"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/>\
<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>\
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>\
<script src="/_next/static/chunks/c.js" async=""></script><meta name="next-size-adjust" content=""/>\
<meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>${head}\
<script src="/_next/static/chunks/d.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div>\
${body}<!--$--><!--/$--><script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[]});</script>\
<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"1:\\"$Sreact.fragment\\""])</script></body></html>`;
}

/** The same page as React's static renderer writes it, before it is dressed. */
export function renderedPage({
  head = "<title>Art</title>",
  body = "<main><h1>Art</h1></main>",
} = {}): string {
  return `<html lang="fr"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>${head}</head><body>${body}</body></html>`;
}
