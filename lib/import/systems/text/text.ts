import type { z } from "zod";
import { isId, isSlug } from "../../../archive/format/names";
import { articleShapes, authorShape, commentShapes, settingsShape } from "../../../archive/format/shapes";
import { type Fields, type FieldValue, isMapping } from "../../../archive/format/yaml";
import { NOBODY, SECTIONS, unescapeName } from "../../../share/text-copy/grammar";
import { yamlOf } from "../../../share/text-copy/text-copy";
import { readText, type TextInput } from "../../containers/input";
import { SourceRefusal } from "../../containers/refusal";
import type { AsWritten, SourceArticle, SourceEvent, SourcePost, SourceThread } from "../../model";
import { givenIds } from "../given-ids";
import { readIso } from "../local-time";
import type { ReadingSetting, System } from "../system";
import { readSections, type Section } from "./sections";

/** In characters: a thread of 50,000 comments. */
const LONGEST = 64 * 1024 * 1024;

/** One Markdown document for an article and its comments, typed by hand or written by an archive; see the README beside this file. */
export const text: System = {
  name: "text",
  recognises: (head) =>
    /^\ufeff?\s*# +\S/u.test(head) && (/^### +\S/mu.test(head) || /^- slug: /mu.test(head)),
  open: (setting) => ({
    read: (input) => readDocument(input, setting),
    waiting: () => 0,
    finish: async function* () {},
    close: () => {},
  }),
};

/** Easier words for the keys of the archive, for whoever types a document. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["date", "published"],
  ["number", "position"],
  ["answers", "inReplyTo"],
]);

const keysOf = (...shapes: readonly z.ZodObject[]) =>
  new Set(shapes.flatMap(({ shape }) => Object.keys(shape)));

const KEYS: readonly ReadonlySet<string>[] = [
  new Set(),
  new Set([...keysOf(...Object.values(articleShapes)), "slug", "url", "site", ...ALIASES.keys()]),
  new Set([...keysOf(authorShape, settingsShape), "id"]),
  new Set([...keysOf(...Object.values(commentShapes)), "id", ...ALIASES.keys()]),
];

async function* readDocument(input: TextInput, setting: ReadingSetting): AsyncGenerator<SourceEvent> {
  if (input.size > LONGEST)
    throw new SourceRefusal(input.name, "file", `${input.size} bytes`, `at most ${LONGEST}`);
  const sections = readSections(await readText(input), (key, level) => KEYS[level]?.has(key) ?? false);
  const [article] = sections;
  if (article?.level !== 1)
    throw new SourceRefusal(input.name, "line 1", "no title", '"# " and the title of the article');
  const second = sections.find(({ level, line }) => level === 1 && line !== article.line);
  if (second)
    throw new SourceRefusal(input.name, `line ${second.line}`, "a second title", "one article in a document");
  yield { kind: "thread", thread: readThread(article, sections, input, setting) };
  const slug = textField(article.fields, "slug");
  const archive = findSection(sections, SECTIONS.archive);
  if (slug !== undefined && archive)
    yield { kind: "archive", settings: asWritten(archive), permalinks: listAddresses(sections) };
}

function findSection(sections: readonly Section[], name: string): Section | undefined {
  return sections.find(({ level, heading }) => level === 2 && heading === name);
}

function listAddresses(sections: readonly Section[]): string[] {
  const body = findSection(sections, SECTIONS.addresses)?.body ?? "";
  return [...body.matchAll(/^- (\/\S+)$/gmu)].map(([, address = ""]) => address);
}

function readThread(
  article: Section,
  sections: readonly Section[],
  input: TextInput,
  setting: ReadingSetting,
): SourceThread {
  const slug = textField(article.fields, "slug");
  const isWhole = slug !== undefined;
  const title = unescapeName(article.heading);
  const scene: Scene = { input, isWhole, ...setting };
  const comments = sections.filter(({ level }) => level === 3);
  const ids = givenIds(
    comments.map((section) => ({
      id: textField(section.fields, "id"),
      author: nameOf(section),
      published: dateOf(section, scene),
    })),
  );
  const posts = comments.map((section, index) => readPost(section, ids[index] ?? String(index + 1), scene));
  const announced = Number(textField(article.fields, "commentsAnnounced"));
  return {
    identity: { system: "text", id: slug ?? title },
    article: readArticle(article, findSection(sections, SECTIONS.author), title, scene),
    posts,
    ...{ others: [], absent: [], facts: [], remarks: [] },
    ...(Number.isInteger(announced) && !isWhole && { announced }),
    captures: [{ file: input.name, sha256: input.sha256 }],
  };
}

type Scene = ReadingSetting & {
  readonly input: TextInput;
  /** Whether an archive wrote the document: then what it does not say was not there. */
  readonly isWhole: boolean;
};

function readArticle(
  section: Section,
  author: Section | undefined,
  title: string,
  scene: Scene,
): SourceArticle {
  const { fields, body } = section;
  const source = `${scene.input.name}#article`;
  const [slug, language] = [textField(fields, "slug"), textField(fields, "language")];
  const position = Number(textField(fields, "position"));
  const common = {
    source,
    title,
    ...(slug && isSlug(slug) && { slug }),
    ...(language && { language }),
    state: { kind: "present" } as const,
  };
  const placed = Number.isInteger(position) && position > 0 ? { position } : {};
  if (scene.isWhole) {
    const written = withFirst(asWritten(section), "title", title);
    return { ...common, ...placed, asWritten: withoutLostPicture(written), ...readAuthorFile(author) };
  }
  const name = textField(fields, "author");
  const published = dateOf(section, scene);
  const url = textField(fields, "url") ?? nestedField(fields, "source", "url");
  const site =
    textField(fields, "site") ??
    nestedField(fields, "source", "name") ??
    (url && URL.canParse(url) ? new URL(url).host : undefined);
  return {
    ...common,
    ...placed,
    ...(name && { author: { name } }),
    ...(published && { published }),
    ...(body.trim()
      ? { body: { format: "markdown", text: body } }
      : { state: { kind: "hidden", reason: "not in this export" } }),
    ...(url && { url }),
    ...(site && { publisher: site }),
  };
}

function readAuthorFile(section: Section | undefined): Pick<SourceArticle, "authorFile"> {
  const id = section && textField(section.fields, "id");
  return section && id !== undefined && isId(id) ? { authorFile: { id, ...asWritten(section) } } : {};
}

/** A document holds no pictures: the file that it names is none of what was imported. */
function withoutLostPicture(written: AsWritten): AsWritten {
  const { image, ...fields } = written.fields;
  if (!isMapping(image) || image.file === undefined) return written;
  const { file, ...known } = image;
  return { fields: { ...fields, image: known }, body: written.body };
}

function readPost(section: Section, id: string, scene: Scene): SourcePost {
  const { fields, line, body } = section;
  const author = nameOf(section);
  const number = Number(textField(fields, "position") ?? textField(fields, "number"));
  const published = dateOf(section, scene);
  const parent = textField(fields, "inReplyTo") ?? textField(fields, "answers");
  const basis = textField(fields, "replyBasis");
  const url = nestedField(fields, "source", "url");
  const sourceId = nestedField(fields, "source", "id");
  const common = {
    source: `${scene.input.name}#${id} (line ${line})`,
    id,
    ...(Number.isInteger(number) && number > 0 && { number }),
    ...(author && { author: { name: author } }),
    ...(published && { published }),
    ...(parent !== undefined
      ? {
          parent: {
            kind: "post" as const,
            id: parent,
            basis: basis === "nesting" ? ("nesting" as const) : ("explicit" as const),
          },
        }
      : scene.isWhole && { parent: { kind: "article" as const } }),
    quotes: [],
    state: { kind: "present" } as const,
    ...(url && { url }),
    ...(sourceId && { sourceId }),
  };
  if (!scene.isWhole) return { ...common, body: { format: "markdown", text: body } };
  return { ...common, asWritten: withFirst(asWritten(section), "author", author) };
}

/** The file that a section stands for, but for what its heading says. */
function asWritten({ fields, yaml, body }: Section): AsWritten {
  const { slug, id, ...own } = fields;
  return { fields: own, body, yaml };
}

/** What the heading says is the first field, where no other says it. */
function withFirst(written: AsWritten, key: string, value: string | undefined): AsWritten {
  if (value === undefined || Object.hasOwn(written.fields, key)) return written;
  const { fields, body, yaml = "" } = written;
  return { fields: { [key]: value, ...fields }, body, yaml: yamlOf({ [key]: value }) + yaml };
}

function nameOf({ fields, heading }: Section): string | undefined {
  const name = textField(fields, "author") ?? unescapeName(heading);
  return name.trim() === "" || name === NOBODY ? undefined : name;
}

function dateOf({ fields }: Section, { timeZone }: ReadingSetting): string | undefined {
  const written = textField(fields, "published") ?? textField(fields, "date");
  return written === undefined ? undefined : readIso(written, timeZone);
}

function textField(fields: Fields, key: string): string | undefined {
  const value: FieldValue | undefined = fields[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function nestedField(fields: Fields, key: string, below: string): string | undefined {
  const value = fields[key];
  return isMapping(value) ? textField(value, below) : undefined;
}
