import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../../lib/archive/reading/list-files";
import { loadRoutes, type Route } from "../../../lib/print/page/routes";
import { makeFolder } from "../folders";

/** A small `app/` of every kind of file, in a folder of its own. */
function makeApp(): string {
  const page = "export default async ({ params }: any) => JSON.stringify(await params);";
  const list = (values: string) => `export const generateStaticParams = () => ${values};`;
  return makeFolder({
    "app/page.tsx": page,
    "app/layout.tsx": "throw new Error('no layout is loaded');",
    "app/not-found.tsx": page,
    "app/find/page.tsx": page,
    "app/feed.xml/route.ts":
      "export const GET = (request: Request) => new Response(new URL(request.url).pathname);",
    "app/[article]/page.tsx": `${list("[{ article: 'un' }, { article: 'deux' }]")}\n${page}`,
    "app/[article]/c/[comment]/page.tsx": `${list("Promise.resolve([{ article: 'un', comment: '3' }])")}\n${page}`,
    "app/[article]/card.png/route.ts": `${list("[{ article: '_' }]")}\nexport const GET = () => new Response();`,
    "app/[article]/thread.json/route.ts": `${list("[{ article: 'un' }]")}\nexport const GET = async (_: Request, { params }: any) => new Response((await params).article);`,
    "app/[article]/[picture]/route.dev.ts": "throw new Error('development only');",
  });
}

const addressesOf = async (routes: readonly Route[]) => {
  const lists = await Promise.all(routes.map((route) => route.listAddresses()));
  return lists.flat().map(({ path }) => path);
};

describe("the routes of app/", () => {
  it("are found by the names of their files, those of an article apart, with all of their addresses", async () => {
    const routes = await loadRoutes(makeApp());
    expect((await addressesOf(routes.archive)).sort()).toEqual([
      "404.html",
      "feed.xml",
      "find/index.html",
      "index.html",
    ]);
    expect((await addressesOf(routes.article)).sort()).toEqual([
      "deux/index.html",
      "un/c/3/index.html",
      "un/index.html",
      "un/thread.json",
    ]);
  });

  it("show and write what is at an address", async () => {
    const { article, archive } = await loadRoutes(makeApp());
    const shown = await Promise.all(
      article.map((route) => (route.kind === "page" ? route.show({ article: "un", comment: "3" }) : "copy")),
    );
    expect(shown).toContain('{"article":"un","comment":"3"}');
    const written = await Promise.all(
      [...article, ...archive].map(async (route) =>
        route.kind === "copy" ? Buffer.from(await route.write({ article: "un" })).toString() : "page",
      ),
    );
    expect(written).toEqual(expect.arrayContaining(["un", "/feed.xml"]));
  });

  it("are all of this project's pages and handlers", async () => {
    const { article, archive } = await loadRoutes(process.cwd());
    const files = listFolder(join(process.cwd(), "app")).files;
    const endings = [/(^|\/)page\.tsx$/u, /(^|\/)route\.ts$/u, /(^|\/)not-found\.tsx$/u];
    const expected = files.filter((path) => endings.some((ending) => ending.test(path)));
    expect(article.length + archive.length).toBe(expected.length);
    expect(article).toHaveLength(expected.filter((path) => path.startsWith("[article]/")).length);
    expect(archive.length).toBeGreaterThan(5);
  });
});
