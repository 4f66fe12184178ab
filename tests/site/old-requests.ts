import { request } from "node:http";
import { formatProblem, readArchive } from "../../lib/archive/reading/read";
import { listOldAddresses, type OldAddress } from "../../lib/share/old-addresses/old-addresses";

const read = readArchive("tests/fixtures/old-addresses");
if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));

const archived = "https://archive.example/kept/";

/** The site that old addresses lead to. */
export const target = { url: new URL(read.archive.settings.url), published: [] };

const { addresses } = listOldAddresses(read.archive);

const many: readonly OldAddress[] = Array.from({ length: 110_000 }, (_, number) => {
  const path = `t/a-title-of-some-length-such-as-forums-make-them/${number}`;
  const original = `https://big.example/${path}`;
  return { original, key: `big.example/${path}`, slug: "news", archived: `news/c/${number}/` };
});

/** Signs that hosts give a meaning, as a browser sends them in a query. */
const braced = "/q?a={$HOME}{x}&b=\\&c=`|^";

const bracedAddress: OldAddress = {
  original: `https://forum.example${braced}`,
  key: `forum.example${braced}`,
  slug: "strange",
  archived: "strange/c/s1/",
};

/** What a large forum and people who write strange addresses leave to an archive. */
export const oldAddresses: readonly OldAddress[] = [...addresses, bracedAddress, ...many];

/** Requests to the original site, host and path with query, and the page of the archive that answers. */
export const redirected: readonly (readonly [host: string, path: string, page: string])[] = [
  ["www.paper.example", "/2021/news/", "news/"],
  ["paper.example", "/2021/news/", "news/"],
  ["paper.example", "/2021/news", "news/"],
  ["paper.example", "/2021/news//", "news/"],
  ["paper.example", "/2021/news?", "news/"],
  ["paper.example", "/2021/news/?utm_source=letter&utm_medium=mail", "news/"],
  ["paper.example", "/2021/news?UTM_Source=letter&fbclid=x", "news/"],
  ["paper.example", "/2021/news/?comment=2", "news/c/2/"],
  ["paper.example", "/2021/news?comment=2", "news/c/2/"],
  ["paper.example", "/2021/news/?utm_source=letter&comment=2", "news/c/2/"],
  ["paper.example", "/2021/news/?utm_source&comment=2&gclid=y", "news/c/2/"],
  ["forum.example", "/viewtopic.php?t=7", "forum/"],
  ["forum.example", "/viewtopic.php/?t=7", "forum/"],
  ["forum.example", "/viewtopic.php?t=7&p=70", "forum/c/a/"],
  ["forum.example", "/viewtopic.php?fbclid=1&t=7&utm_id=2&utm_term=3&p=70&mc_cid=4&xtor=5", "forum/c/a/"],
  ["forum.example", "/viewtopic.php?t=8", "forum/c/b/"],
  ["forum.example", "/p/4", "forum/c/d/"],
  ["other.example:8080", "/p/4", "forum/c/e/"],
  ["forum.example", braced, "strange/c/s1/"],
  ["big.example", "/t/a-title-of-some-length-such-as-forums-make-them/99999", "news/c/99999/"],
  ["big.example", "/t/a-title-of-some-length-such-as-forums-make-them/99999/?utm_a=b", "news/c/99999/"],
].map(([host = "", path = "", page = ""]) => [host, path, archived + page]);

/** The strange addresses, as a browser sends them. */
export const strange = addresses
  .filter(({ key, slug, commentId }) => slug === "strange" && commentId && !key.includes("#"))
  .map(({ original, archived: page }) => {
    const { host, pathname, search } = new URL(original);
    return { host, path: pathname + search, page: archived + page };
  });

/** Requests that lead nowhere: no page is better than a wrong one. */
export const unknown: readonly (readonly [host: string, path: string])[] = [
  ["paper.example", "/nowhere"],
  ["paper.example", "/viewtopic.php?t=7"],
  ["forum.example", "/viewtopic.php?t=9"],
  ["forum.example", "/viewtopic.php?p=70&t=7"],
  ["forum.example", "/viewtopic.php?t=7&start=20"],
  ["forum.example", "/viewtopic.php?t=7&utm=1"],
  ["forum.example", "/viewtopic.php"],
  ["paper.example", "/anything"],
  ["default", "/"],
];

/** The status of an answer, and where it leads. */
export function ask(
  origin: string,
  host: string,
  path: string,
): Promise<[status: number | undefined, location: string | undefined]> {
  return new Promise((done, fail) => {
    const asked = request(origin, { path, headers: { Host: host } }, (response) => {
      response.resume();
      done([response.statusCode, response.headers.location]);
    });
    asked.on("error", fail).end();
  });
}
