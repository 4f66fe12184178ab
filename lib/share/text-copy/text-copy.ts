import { serializeFile } from "../../archive/format/serialize";
import { ledgerOf } from "../../archive/ledgers/ledger-lines";
import type { Archive, Article, Comment } from "../../archive/model";
import { BEGINS, escapeHeadings, escapeName, listFields, NOBODY, SECTIONS } from "./grammar";

/**
 * An article with its author, its comments and the archive that keeps it, as one Markdown document: everything that
 * `content/` holds of it but pictures, in words that a person reads and `npm run import` takes back whole.
 */
export function writeTextCopy(archive: Archive, article: Article): string {
  const { slug, author, thread } = article;
  const sections = [
    writeSection(`# ${escapeName(article.title)}`, {
      own: { slug },
      ...splitHead(archive, `${slug}/article.md`, "title", article.title),
      body: article.body ?? "",
    }),
    ...(author
      ? [
          writeSection(`## ${SECTIONS.author}`, {
            own: { id: author.id },
            ...splitHead(archive, `authors/${author.id}.md`),
            body: author.biography,
          }),
        ]
      : []),
    ...(thread.inSourceOrder.length > 0 ? [`## ${SECTIONS.comments}\n`] : []),
    ...thread.inSourceOrder.map(({ comment }) => writeComment(archive, article, comment)),
    writeSection(`## ${SECTIONS.archive}`, {
      own: {},
      ...splitHead(archive, "archive.md"),
      body: archive.settings.description,
    }),
    ...writeAddresses(ledgerOf(archive.asWritten, article)),
  ];
  return sections.join("\n");
}

function writeComment(archive: Archive, { slug }: Article, comment: Comment): string {
  const path = `${slug}/comments/${comment.id}.md`;
  const heading = `### ${escapeName(comment.author?.trim() || NOBODY)}`;
  const body = comment.status === "present" ? comment.body : "";
  return writeSection(heading, {
    own: { id: comment.id },
    ...splitHead(archive, path, "author", comment.author),
    body,
  });
}

type Section = {
  /** What the place of a file says, and not the file. */
  readonly own: Readonly<Record<string, string>>;
  /** The file's front matter without what the heading says. */
  readonly yaml: string;
  readonly body: string;
};

function writeSection(heading: string, { own, yaml, body }: Section): string {
  const beginsAtOnce = body !== "" && !/^\r?\n/u.test(body);
  const facts = beginsAtOnce ? { ...own, [BEGINS]: "at once" } : own;
  const first = Object.keys(facts).length === 0 ? "" : yamlOf(facts);
  return `${heading}\n\n${listFields(first + yaml)}${escapeHeadings(body)}`;
}

/**
 * The front matter of a file, as its writer wrote it, without the one line that the document's heading stands for; that
 * line stays where it is written in another way than the archive would.
 */
function splitHead(archive: Archive, path: string, key?: string, value?: string): { readonly yaml: string } {
  const head = archive.asWritten.heads.get(path) ?? "";
  const [, yaml = ""] = /^\ufeff?---\n(.*?\n)---(?:\n|$)/su.exec(head.replace(/\r\n/gu, "\n")) ?? [];
  if (key === undefined || value === undefined || value !== value.trim() || value === NOBODY) return { yaml };
  const line = yamlOf({ [key]: value });
  return { yaml: yaml.startsWith(line) ? yaml.slice(line.length) : yaml };
}

/** Lines of front matter as the archive writes them. */
export function yamlOf(fields: Readonly<Record<string, string>>): string {
  return serializeFile(fields, "").replace(/^---\n|---\n$/gu, "");
}

function writeAddresses(ledger: string): string[] {
  const lines = ledger.split(/\r?\n/u).filter((line) => line.startsWith("/"));
  return lines.length === 0
    ? []
    : [`## ${SECTIONS.addresses}\n\n${lines.map((line) => `- ${line}\n`).join("")}`];
}
