import { choose, type Random } from "./random";

/** Words to make texts of, in the order in which a reader would never find them. */
export type Words = readonly [string, ...string[]];

export type Tongue = {
  /** BCP 47. */
  readonly tag: string;
  /** IANA. */
  readonly timeZone: string;
  readonly words: Words;
};

export const english: Tongue = {
  tag: "en",
  timeZone: "Europe/London",
  words:
    splitWords(`the archive keeps a page with its conversation and nobody knows yet who will read it but a reader comes
back after years to look for one sentence that somebody wrote late at night in answer to a question about trains music
law gardens or the weather and finds it where it was`),
};

const french: Tongue = {
  tag: "fr",
  timeZone: "Europe/Paris",
  words:
    splitWords(`on garde ici la page avec ses réponses et personne ne sait encore qui la lira mais un lecteur revient des
années après chercher une phrase écrite très tard par quelqu’un qui répondait à propos de trains d’été de musique du
droit des jardins ou du temps et il la trouve là où elle était`),
};

const german: Tongue = {
  tag: "de",
  timeZone: "Europe/Berlin",
  words:
    splitWords(`das Archiv bewahrt eine Seite mit ihrem Gespräch und niemand weiß bisher wer sie lesen wird aber nach
Jahren kommt jemand zurück und sucht einen einzigen Satz über Züge Musik Gärten Recht oder das Wetter den irgendwer
spätnachts schrieb und findet ihn an seinem Platz`),
};

const russian: Tongue = {
  tag: "ru",
  timeZone: "Europe/Moscow",
  words:
    splitWords(`архив хранит страницу вместе с разговором и пока никто не знает кто её прочтёт но читатель возвращается через
годы за одной фразой которую кто-то написал поздно ночью о поездах музыке законах садах или погоде и находит её на месте`),
};

const arabic: Tongue = {
  tag: "ar",
  timeZone: "Asia/Riyadh",
  words:
    splitWords(`هذا الأرشيف يحفظ الصفحة مع الحديث ولا أحد يعرف بعد من سوف يقرأ لكن القارئ يعود بعد سنوات يبحث عن جملة واحدة
كتبها شخص ما في آخر الليل جوابا عن سؤال حول القطارات أو الموسيقى أو الحدائق أو الطقس فيجدها في مكانها`),
};

const hebrew: Tongue = {
  tag: "he",
  timeZone: "Asia/Jerusalem",
  words:
    splitWords(`הארכיון שומר דף עם השיחה שלו ואיש עוד לא יודע מי יקרא אבל קורא חוזר אחרי שנים לחפש משפט אחד שמישהו כתב
מאוחר בלילה בתשובה לשאלה על רכבות מוזיקה חוק גנים או מזג האוויר ומוצא אותו במקומו`),
};

/** As often as each is named here. */
export const tongues: readonly [Tongue, ...Tongue[]] = [
  french,
  ...[french, french, french, french, french, english, english, english, german, german],
  ...[russian, arabic, hebrew],
];

function splitWords(text: string): Words {
  const [first = "", ...others] = text.split(/\s+/u);
  return [first, ...others];
}

/** One sentence, without any markup. */
export function writeSentence(count: number, words: Words, random: Random): string {
  const sentence = Array.from({ length: count }, () => choose(words, random));
  return `${capitalize(sentence.join(" "))}.`;
}

function capitalize(text: string): string {
  return text.replace(/^./u, (letter) => letter.toUpperCase());
}

/**
 * Markdown of about so many words: paragraphs, now and then a list, a quotation, a table or code, and among their
 * words emphasis, links, bare addresses and shortcodes, about as often as in a forum that was well kept.
 */
export function writeText(count: number, words: Words, random: Random): string {
  const blocks: string[] = [];
  for (let left = count; left > 0; ) {
    const length = Math.min(left, 10 + Math.floor(random() * 70));
    blocks.push(writeBlock(length, words, random));
    left -= length;
  }
  return `${blocks.join("\n\n")}\n`;
}

function writeBlock(count: number, words: Words, random: Random): string {
  const kind = random();
  if (kind < 0.015) return writeTable(words, random);
  if (kind < 0.03) return writeCode(words, random);
  const paragraph = writeParagraph(count, words, random);
  if (kind < 0.07) return paragraph.replace(/(?<=[.!?]) /gu, "\n").replace(/^/gmu, "- ");
  if (kind < 0.14) return `> ${paragraph}`;
  return paragraph;
}

function writeParagraph(count: number, words: Words, random: Random): string {
  const sentences: string[] = [];
  for (let left = count; left > 0; ) {
    const length = Math.min(left, 4 + Math.floor(random() * 16));
    const written = Array.from({ length }, () => decorate(choose(words, random), random));
    sentences.push(capitalize(written.join(" ")) + choose([".", ".", ".", " !", " ?", "…"], random));
    left -= length;
  }
  return sentences.join(" ");
}

function decorate(word: string, random: Random): string {
  const kind = random();
  if (kind > 0.02) return word;
  const page = Math.floor(random() * 1000);
  return choose(
    [
      `*${word}*`,
      `**${word}**`,
      `« ${word} »`,
      `[${word}](https://elsewhere.example/${page})`,
      `https://elsewhere.example/page/${page}`,
      `\`${word}\``,
      `${word} :smiley:`,
    ],
    random,
  );
}

function writeTable(words: Words, random: Random): string {
  const row = () => `| ${choose(words, random)} | ${choose(words, random)} | ${Math.floor(random() * 100)} |`;
  return [row(), "| --- | --- | --: |", ...Array.from({ length: 2 + Math.floor(random() * 6) }, row)].join(
    "\n",
  );
}

function writeCode(words: Words, random: Random): string {
  const line = () => `print("${choose(words, random)}") if n < ${Math.floor(random() * 100)} else None`;
  return ["```python", ...Array.from({ length: 1 + Math.floor(random() * 8) }, line), "```"].join("\n");
}
