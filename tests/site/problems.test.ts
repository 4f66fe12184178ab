import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstContent, type Site } from "../sites";
import { type LinkedProject, openLinkedProject } from "./linked-project";
import { openPage } from "./pages";

const slug = "apres-son-bannissement-parler-porte-plainte-contre-amazon";

describe("a copy of the archive", () => {
  let project: LinkedProject;
  let copy: Site;
  let folder = "";

  beforeEach(() => {
    project = openLinkedProject();
    const at = (name: string) => join(project.folder, name);
    copy = { ...firstContent, content: at("content"), out: at("out") };
    cpSync(firstContent.content, copy.content, { recursive: true });
    folder = join(copy.content, slug);
  });

  afterEach(() => project.remove());

  const change = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  const build = () => project.run("build", []);

  it("with four mistakes gives four lines and no site", () => {
    change("article.md", "author: guillaume-belfiore", "author: nobody");
    change("comments/3.md", "position: 3", "position: 3\npublished: 2021-02-30T09:00:00+01:00");
    change("comments/4.md", "position: 4", "position: 4\ninReplyTo: 99");
    change("comments/5.md", "author: ", "autor: ");
    const { status, output } = build();
    expect(status).toBe(1);
    const lines = output.split("\n").filter((line) => line.includes(".md: "));
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/article\.md: author: found "nobody", expected /u);
    expect(lines[1]).toMatch(/comments\/3\.md: published: found "2021-02-30T09:00:00\+01:00", expected /u);
    expect(lines[2]).toMatch(/comments\/4\.md: inReplyTo: found "99", expected .*status: missing/u);
    expect(lines[3]).toMatch(/comments\/5\.md: autor: found .*, expected .*author/u);
    expect(existsSync(copy.out)).toBe(false);
  });

  it("without comment 9, and with a parent declared missing, builds and says so", () => {
    rmSync(join(folder, "comments/9.md"));
    change("comments/4.md", "position: 4", "position: 4\ninReplyTo: 99");
    writeFileSync(join(folder, "comments/99.md"), "---\nstatus: missing\n---\n");
    expect(build().status).toBe(0);
    const page = openPage(copy, `${slug}/`);
    const provenance = page("#provenance").text();
    expect(provenance).toContain("9 commentaires archivés sur 10 annoncés.");
    expect(provenance).toContain("position 9");
    expect(page("#c-99 #c-4")).toHaveLength(1);
    expect(page("#c-99 > .own").text()).toContain("Ce commentaire n’a pas été conservé.");
    expect(openPage(copy, `${slug}/c/99/`)("#c-4")).toHaveLength(1);
  });
});
