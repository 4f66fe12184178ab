/**
 * Items per second and peak memory of an import, conversion and check included, of generated exports of each kind:
 *
 *     npx tsx tests/bench/import.ts [posts] [system …]
 */
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

type Post = { readonly id: number; readonly parent: number; readonly author: string; readonly html: string };

const SENTENCES = [
  "I read the whole article twice and still think that the second part was written in a hurry.",
  "There is a difference between what the court said and what the newspapers made of it.",
  "Has anybody tried this on an older machine, and did it take as long as it did here?",
  "My grandfather repaired clocks, and he would have laughed at this list of requirements.",
  "The numbers in the table do not add up, whichever way you look at them.",
];

function makePost(id: number, position: number): Post {
  const words = SENTENCES[id % SENTENCES.length] ?? "";
  const more = SENTENCES[(id * 7) % SENTENCES.length] ?? "";
  const link = id % 4 === 0 ? ` <a href="https://example.org/p_${id}?a=1&amp;b=2">see_this*page</a>` : "";
  const list = id % 9 === 0 ? "<ul><li>one</li><li>two <em>and</em> more</li></ul>" : "";
  const code = id % 17 === 0 ? '<pre><code class="lang-ruby">puts 1 &lt; 2\n</code></pre>' : "";
  const quote = id % 5 === 0 ? `<blockquote><p>${more}</p></blockquote>` : "";
  const html = `${quote}<p>${words}${link}<br>Post number ${id}.</p>${list}${code}<p>${more} <strong>Really.</strong></p>`;
  return {
    id,
    parent: position > 2 && id % 3 !== 0 ? id - 1 - (id % 2) : 0,
    author: `person${id % 211}`,
    html,
  };
}

const THREAD = 100;
const DATE = "2019-03-04T05:06:07Z";

type Writer = (folder: string, count: number) => Promise<void>;

const WRITERS: Readonly<Record<string, Writer>> = {
  discourse: async (folder, count) => {
    for (let topic = 1; topic * THREAD <= count; topic++) {
      const posts = Array.from({ length: THREAD }, (_, index) => makePost(topic * THREAD + index, index + 1));
      await write(join(folder, `${topic}.json`), [JSON.stringify(topicOf(topic, posts))]);
    }
  },
  disqus: async (folder, count) => {
    await write(join(folder, "disqus.xml"), disqusParts(count));
  },
  wordpress: async (folder, count) => {
    await write(join(folder, "wordpress.xml"), wordpressParts(count));
  },
  hackernews: async (folder, count) => {
    await write(join(folder, "items.jsonl"), hackerNewsParts(count));
  },
  text: async (folder, count) => {
    for (let thread = 1; thread * THREAD <= count; thread++) {
      const comments = Array.from({ length: THREAD - 1 }, (_, index) => {
        const { author, html } = makePost(thread * THREAD + index, index + 1);
        return `### ${author}\n\n- number: ${index + 1}\n\n${html.replace(/<[^>]*>/gu, " ")}\n\n`;
      });
      await write(join(folder, `${thread}.md`), [`# Thread ${thread}\n\nText.\n\n`, ...comments]);
    }
  },
};

function topicOf(topic: number, posts: readonly Post[]) {
  return {
    id: topic,
    title: `Topic number ${topic}`,
    slug: `topic-number-${topic}`,
    posts_count: posts.length,
    post_stream: {
      posts: posts.map(({ id, author, html }, index) => ({
        ...{
          id,
          username: author,
          user_id: id % 211,
          created_at: DATE,
          cooked: html,
          post_number: index + 1,
        },
        ...{
          post_type: 1,
          topic_id: topic,
          version: 1,
          avatar_template: "/user_avatar/forum.example/a/{size}/1.png",
        },
        reply_to_post_number: index > 2 && id % 3 !== 0 ? index - 1 : null,
      })),
      stream: posts.map(({ id }) => id),
    },
  };
}

function* disqusParts(count: number): Generator<string> {
  yield '<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">\n';
  for (let thread = 0; thread * THREAD < count; thread++)
    yield `<thread dsq:id="t${thread}"><link>https://blog.example/${thread}</link><title>Thread ${thread}</title><createdAt>${DATE}</createdAt></thread>\n`;
  for (let id = 1; id <= count; id++) {
    const { author, html, parent } = makePost(id, id % THREAD);
    const above =
      parent > 0 && Math.floor(parent / THREAD) === Math.floor(id / THREAD)
        ? `<parent dsq:id="${parent}"/>`
        : "";
    yield `<post dsq:id="${id}"><message><![CDATA[${html}]]></message><createdAt>${DATE}</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>${author}</name></author><thread dsq:id="t${Math.min(Math.floor(id / THREAD), Math.ceil(count / THREAD) - 1)}"/>${above}</post>\n`;
  }
  yield "</disqus>\n";
}

function* wordpressParts(count: number): Generator<string> {
  yield '<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blog</title>\n';
  for (let thread = 0; thread * THREAD < count; thread++) {
    yield `<item><title>Post ${thread}</title><link>https://blog.example/${thread}</link><dc:creator>ana</dc:creator><content:encoded><![CDATA[The text.\n\nMore.]]></content:encoded><wp:post_id>${thread + 1}</wp:post_id><wp:post_date_gmt>2019-03-04 05:06:07</wp:post_date_gmt><wp:post_name>post-${thread}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\n`;
    for (let index = 1; index < THREAD; index++) {
      const { id, author, html } = makePost(thread * THREAD + index, index);
      yield `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${author}</wp:comment_author><wp:comment_author_email>x@y.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.1</wp:comment_author_IP><wp:comment_date_gmt>2019-03-04 05:06:07</wp:comment_date_gmt><wp:comment_content><![CDATA[${html}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>${index > 1 && id % 3 ? id - 1 : 0}</wp:comment_parent></wp:comment>\n`;
    }
    yield "</item>\n";
  }
  yield "</channel></rss>\n";
}

function* hackerNewsParts(count: number): Generator<string> {
  for (let id = 1; id <= count; id++) {
    const root = id - (id % THREAD) || 1;
    const { author, html } = makePost(id, id % THREAD);
    const item =
      id === root
        ? {
            id,
            type: "story",
            by: author,
            time: 1551675967,
            title: `Story ${id}`,
            url: `https://example.org/${id}`,
          }
        : {
            id,
            type: "comment",
            by: author,
            time: 1551675967,
            text: html,
            parent: id % 3 === 0 ? root : id - 1,
          };
    yield `${JSON.stringify(item)}\n`;
  }
}

async function write(path: string, parts: Iterable<string>): Promise<void> {
  const out = createWriteStream(path);
  for (const part of parts) {
    if (!out.write(part)) await new Promise<void>((done) => out.once("drain", () => done()));
  }
  await new Promise<void>((done) => out.end(() => done()));
}

/** Says at a process's end what it used: microseconds of CPU, and at most how many kilobytes at once. */
const USAGE = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const u = process.resourceUsage(); console.error("USAGE " + JSON.stringify([u.userCPUTime + u.systemCPUTime, u.maxRSS])); });',
)}`;

/** Runs the command in a process of its own and reads its use of the machine. */
function measure(system: string, source: string, into: string, count: number): string {
  const command = resolve("lib/commands/import.ts");
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ["--import", "tsx", "--import", USAGE, command, system, source, "--into", into],
    { encoding: "utf8" },
  );
  const [cpu = 0, memory = 0]: number[] = JSON.parse(/USAGE (.*)/u.exec(run.stderr)?.[1] ?? "[0,0]");
  const wall = (performance.now() - start) / 1000;
  const seconds = cpu / 1e6;
  return `${system}: ${count} items, ${wall.toFixed(1)} s wall, ${seconds.toFixed(1)} s CPU, ${Math.round(count / seconds)} items a second a core, peak ${Math.round(memory / 1024)} MB, exit ${run.status}\n${run.stdout.split("\n").slice(0, 3).join("\n")}`;
}

const [posts = "100000", ...systems] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
try {
  for (const [system, writer] of Object.entries(WRITERS)) {
    if (systems.length > 0 && !systems.includes(system)) continue;
    const source = join(folder, system);
    mkdirSync(source);
    await writer(source, Number(posts));
    console.log(measure(system, source, join(folder, `${system}-content`), Number(posts)));
    rmSync(join(folder, `${system}-content`), { recursive: true, force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
