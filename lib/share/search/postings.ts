/*
 * Where a term stands, as a list of whole numbers. Articles are numbered from the oldest, 0 on; within an article 0 is
 * the article's own text and `n` the n-th comment of its source order. A negative number goes on by so many articles
 * (from before the first); each number after it is a text of that article: four times the steps from the text before
 * (from 0), and how much the term matters there, 0 to 3.
 *
 *     [-3, 1, 10, -1, 4]     article 2: its own text (1), comment 2 (2); article 3: comment 1 (0)
 */

/** How much a term matters in a text, from 0 (in passing) to 3 (in a title or a name). */
export type Weight = 0 | 1 | 2 | 3;

/** The texts of one article that hold a term, by their places. */
export type Places = ReadonlyMap<number, Weight>;

/** All that holds a term: its articles, each with the texts in which it stands. */
export type Postings = ReadonlyMap<number, Places>;

const WEIGHTS = 4;

/** The part of a list that is of one article, as JSON holds it: `1,10`. */
export function writePlaces(places: Places): string {
  let last = 0;
  const numbers = [...places]
    .sort(([one], [other]) => one - other)
    .map(([place, weight]) => {
      const steps = place - last;
      last = place;
      return steps * WEIGHTS + weight;
    });
  return numbers.join(",");
}

/** Collects the parts of a list, in the order of the articles. */
export class PostingsWriter {
  #last = -1;
  /** JSON without its brackets. */
  list = "";

  add(article: number, places: string): void {
    const part = `${this.#last - article}${places && ","}${places}`;
    this.list += (this.list && ",") + part;
    this.#last = article;
  }
}

export function readPostings(numbers: readonly number[]): Postings {
  const postings = new Map<number, Map<number, Weight>>();
  let [article, place] = [-1, 0];
  for (const number of numbers) {
    if (number < 0) {
      article -= number;
      place = 0;
      postings.set(article, new Map());
    } else {
      place += Math.floor(number / WEIGHTS);
      postings.get(article)?.set(place, readWeight(number % WEIGHTS));
    }
  }
  return postings;
}

function readWeight(number: number): Weight {
  return number === 1 || number === 2 || number === 3 ? number : 0;
}
