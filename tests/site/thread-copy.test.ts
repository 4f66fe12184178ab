import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { listFolder } from "../../lib/archive/reading/list-files";
import { rebuildFiles } from "../rebuild-files";
import { type Site, sites } from "../sites";
import { isOfArticle, listPages, openPage } from "./pages";

function readCopies(site: Site): string[] {
  const articles = listPages(site).filter((page) => /^[^/]+\/$/u.test(page) && isOfArticle(site, page));
  return articles.map((page) => {
    const address = openPage(site, page)("link[type='application/json']").attr("href");
    expect(address).toBe(`${site.url}${page}thread.json`);
    return readFileSync(join(site.out, page, "thread.json"), "utf8");
  });
}

describe.each(sites)("the machine copies of $name", (site) => {
  it("keep to the schema that is published beside them, which they name", () => {
    const schema = JSON.parse(readFileSync(join(site.out, "thread.schema.json"), "utf8"));
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    const isValid = ajv.compile(schema);
    for (const text of readCopies(site)) {
      const copy = JSON.parse(text);
      isValid(copy);
      expect(isValid.errors, copy.address).toBe(null);
      expect(copy.$schema).toBe(schema.$id);
      expect(schema.$id).toBe(`${site.url}thread.schema.json`);
    }
  });

  it("hold every file of the content folder, byte for byte", () => {
    const rebuilt = new Map(readCopies(site).flatMap((copy) => [...rebuildFiles(copy)]));
    const paths = listFolder(site.content).files;
    expect([...rebuilt.keys()].sort()).toEqual(paths.toSorted());
    for (const path of paths)
      expect(rebuilt.get(path)?.equals(readFileSync(join(site.content, path))), path).toBe(true);
  });
});
