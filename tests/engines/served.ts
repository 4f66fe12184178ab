import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firstContent, longThread, serveBuilt, situations } from "../sites";

/** The addresses of the sites, each under its production headers. */
export type Served = {
  readonly first: string;
  readonly situations: string;
  readonly long: string;
  /** The first content in a browser whose reader has turned scripts off, or styles: so far as a header can say so. */
  readonly withoutScript: string;
  readonly withoutStyle: string;
  /** A small page: from one that differs by its fragment alone nothing would be loaded. */
  readonly elsewhere: string;
};

/** Serves the sites until they are closed. */
export async function serveSites(): Promise<Served & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-engines-"));
  const sites = [
    firstContent,
    situations,
    longThread,
    { ...firstContent, out: copyWithout("script-src", join(folder, "script")) },
    { ...firstContent, out: copyWithout("style-src", join(folder, "style")) },
  ];
  const running = await Promise.all(sites.map(serveBuilt));
  const [first = "", second = "", long = "", withoutScript = "", withoutStyle = ""] = running.map(
    ({ address }) => address,
  );
  const close = async () => {
    await Promise.all(running.map((site) => site.close()));
    rmSync(folder, { recursive: true });
  };
  const elsewhere = `${first}robots.txt`;
  return { first, situations: second, long, withoutScript, withoutStyle, elsewhere, close };
}

/** A copy of the first content whose headers allow nothing of one kind. */
function copyWithout(directive: "script-src" | "style-src", folder: string): string {
  cpSync(firstContent.out, folder, { recursive: true });
  const headers = readFileSync(join(folder, "_headers"), "utf8");
  const stricter = headers.replaceAll(new RegExp(`${directive} [^;]+`, "gu"), `${directive} 'none'`);
  writeFileSync(join(folder, "_headers"), stricter);
  return folder;
}
