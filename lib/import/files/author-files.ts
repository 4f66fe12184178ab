import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFrontMatter } from "../../archive/format/front-matter";
import { serializeFile } from "../../archive/format/serialize";
import { convertBody } from "../conversion/convert";
import { cleanLine } from "../conversion/stray-characters";
import type { SourcePerson, SourceThread } from "../model";
import { idOf, slugify } from "./slugs";

export type AuthorFile = { readonly id: string; readonly text: string };

/**
 * The file of an article's author, under the source's own id of that person: a name may change, and two people may share
 * one. A file that is there already stays as it is.
 */
export function planAuthor(content: string, { article, identity }: SourceThread): AuthorFile | undefined {
  if (article.authorFile) {
    const { id, fields, body } = article.authorFile;
    return { id, text: readFile(content, id) ?? serializeFile(fields, body) };
  }
  const name = cleanLine(article.author?.name ?? "");
  if (article.author === undefined || name === "") return undefined;
  const publisher = slugify(identity.origin ?? identity.system, 40);
  const id = idOf(`${publisher}-${slugify(article.author.id ?? name, 60 - publisher.length) || "0"}`);
  const written = readFile(content, id);
  const chosen =
    written === undefined || isNamed(written, name) || article.author.id !== undefined
      ? id
      : idOf(`${id}-${identity.id}`);
  return { id: chosen, text: readFile(content, chosen) ?? writeAuthor(name, article.author) };
}

function writeAuthor(name: string, { role, organisation, url, biography }: SourcePerson): string {
  const fields = {
    name,
    role: role && cleanLine(role),
    organisation: organisation && cleanLine(organisation),
    url,
  };
  const text = biography && convertBody(biography, "editorial")?.text;
  return serializeFile(fields, text ? `\n${text}\n` : "");
}

function readFile(content: string, id: string): string | undefined {
  const path = join(content, "authors", `${id}.md`);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function isNamed(text: string, name: string): boolean {
  const parsed = parseFrontMatter(Buffer.from(text));
  return parsed.ok && parsed.value.fields.name === name;
}
