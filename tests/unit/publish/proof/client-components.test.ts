import { describe, expect, it } from "vitest";
import { findClientComponents } from "../../../../lib/publish/proof/client-components";
import { makeFolder } from "../../folders";

function manifest(route: string, modules: readonly string[]): string {
  const clientModules = Object.fromEntries(modules.map((name) => [name, { id: 1, name: "*" }]));
  return `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
globalThis.__RSC_MANIFEST[${JSON.stringify(route)}] = ${JSON.stringify({ clientModules })};`;
}

const next = [
  "[project]/node_modules/next/dist/esm/client/components/layout-router.js",
  "[project]/node_modules/next/dist/esm/lib/framework/boundary-components.js",
  "[project]/node_modules/next/dist/client/components/builtin/global-error.js",
];
const build = (pages: Record<string, readonly string[]>) =>
  makeFolder(
    Object.fromEntries(
      Object.entries(pages).map(([route, modules]) => [
        `server/app${route}_client-reference-manifest.js`,
        manifest(route, [...next, ...modules]),
      ]),
    ),
  );

describe("a build", () => {
  it("whose only client modules are Next's own is good", () => {
    expect(findClientComponents(build({ "/page": [], "/[article]/page": [] }))).toEqual([]);
  });

  it("is refused with the name of each client component and the pages that reach it", () => {
    const toggle = "[project]/components/toggle.tsx <module evaluation>";
    const link = "[project]/node_modules/next/dist/client/app-dir/link.js";
    const [first, second, ...others] = findClientComponents(
      build({ "/page": [toggle], "/[article]/page": [toggle, link] }),
    );
    expect(first).toMatch(/^components\/toggle\.tsx: a client component, reached from \/\[article\]\/, \/;/u);
    expect(second).toMatch(/^node_modules\/next\/dist\/client\/app-dir\/link\.js: a client component/u);
    expect(others).toEqual([]);
  });

  it("without any manifest is not taken for one without client components", () => {
    expect(() => findClientComponents(makeFolder())).toThrow("no client reference manifest");
  });
});
