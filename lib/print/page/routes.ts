import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ReactNode } from "react";
import { NOBODY } from "../../archive/addresses";
import { listFolder } from "../../archive/reading/list-files";

/** The values of a route's `[names]`. */
export type Params = Readonly<Record<string, string>>;

/** One address of a route, by the file that answers for it: `some-article/c/3/index.html`, `feed.xml`. */
export type Address = { readonly path: string; readonly params: Params };

/** A page of `app/`. */
export type PageRoute = {
  readonly kind: "page";
  listAddresses(): Promise<readonly Address[]>;
  /** The elements of the page at an address. */
  show(params: Params): Promise<ReactNode>;
};

/** A route handler of `app/`: a machine-readable copy. */
export type CopyRoute = {
  readonly kind: "copy";
  listAddresses(): Promise<readonly Address[]>;
  /** The bytes of the copy at an address. */
  write(params: Params): Promise<Uint8Array>;
};

export type Route = PageRoute | CopyRoute;

export type Routes = {
  /** Of each article: below `app/[article]/`. */
  readonly article: readonly Route[];
  /** Of the archive as a whole. */
  readonly archive: readonly Route[];
};

type Module = { generateStaticParams?(): readonly Params[] | Promise<readonly Params[]> };
type PageModule = Module & {
  default(props: { params: Promise<Params> }): ReactNode | Promise<ReactNode>;
};
type HandlerModule = Module & {
  GET(request: Request, context: { params: Promise<Params> }): Response | Promise<Response>;
};

const OF_ARTICLE = "[article]/";
const FILE = /^(?<folder>(?:.+\/)?)(?<name>page\.tsx|route\.ts|not-found\.tsx)$/u;

/**
 * The pages and route handlers of `app/`, as Next finds them: by the names of their files.
 *
 * @param project the folder of `package.json`, absolute
 */
export async function loadRoutes(project: string): Promise<Routes> {
  const app = join(project, "app");
  const found = listFolder(app).files.flatMap((file) => {
    const { folder, name } = FILE.exec(file)?.groups ?? {};
    return folder === undefined || name === undefined ? [] : [{ file, folder, name }];
  });
  const load = async (isOfArticle: boolean) =>
    Promise.all(
      found
        .filter(({ folder }) => folder.startsWith(OF_ARTICLE) === isOfArticle)
        .map(({ file, folder, name }) => loadRoute(pathToFileURL(join(app, file)).href, folder, name)),
    );
  return { article: await load(true), archive: await load(false) };
}

async function loadRoute(module: string, folder: string, name: string): Promise<Route> {
  if (name === "route.ts") return loadHandler(module, folder);
  const page: PageModule = await import(module);
  const file = name === "not-found.tsx" ? "404.html" : `${folder}index.html`;
  return {
    kind: "page",
    listAddresses: () => listAddresses(page, file),
    show: async (params) => page.default({ params: Promise.resolve(params) }),
  };
}

async function loadHandler(module: string, folder: string): Promise<CopyRoute> {
  const handler: HandlerModule = await import(module);
  const file = folder.replace(/\/$/u, "");
  return {
    kind: "copy",
    listAddresses: () => listAddresses(handler, file),
    write: async (params) => {
      const request = new Request(`http://localhost/${fillPattern(file, params)}`);
      const response = await handler.GET(request, { params: Promise.resolve(params) });
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** Nothing where a route that depends on what the archive holds has nothing to show. */
async function listAddresses(module: Module, file: string): Promise<readonly Address[]> {
  const all = module.generateStaticParams ? await module.generateStaticParams() : [{}];
  return all
    .filter((params) => !Object.values(params).includes(NOBODY))
    .map((params) => ({ path: fillPattern(file, params), params }));
}

function fillPattern(pattern: string, params: Params): string {
  return pattern.replace(/\[(\w+)\]/gu, (_, name) => params[name] ?? "");
}
