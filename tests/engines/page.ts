import { clickAt, pressKeys } from "./input";
import * as questions from "./questions";
import type { Session } from "./session";

/** What the specs do with the window of a browser, and ask of what it shows. */
export type Page = ReturnType<typeof drivePage>;

/** The window of a session, as its reader uses it. */
export function drivePage(session: Session) {
  const { open, goBack, resize } = session;
  const ask = askThrough(session);
  return {
    open,
    goBack,
    resize,
    ask,
    ...askAbout(ask),

    /** Presses keys one after the other: a character, a name like `Enter`, or several that are held, `Control+v`. */
    press: (...keys: readonly string[]) => session.act([pressKeys(keys)]),

    /** Points at the middle of an element and clicks, once or more often in a row. */
    click: async (selector: string, { times = 1 } = {}) => {
      await ask(questions.scrollTo, selector);
      await session.act([clickAt(await ask(questions.findPlace, selector), times)]);
    },
  };
}

type Ask = <Values extends readonly unknown[], Result>(
  question: (...values: Values) => Result | Promise<Result>,
  ...values: Values
) => Promise<Result>;

/** Calls a function in the page: it sees nothing but the page and its values, which are JSON, as what it gives is. */
function askThrough(session: Session): Ask {
  return async (question, ...values) => {
    const source = `async (...values) => JSON.stringify((await (${question})(...values)) ?? null)`;
    return JSON.parse(await session.call(source, values));
  };
}

/** What is asked often, of the first element that fits a selector. */
function askAbout(ask: Ask) {
  return {
    address: () => ask(() => location.href),
    count: (selector: string) => ask(questions.countElements, selector),
    text: (selector: string) => ask(questions.findText, selector),
    value: (selector: string) => ask(questions.findValue, selector),
    style: (selector: string, property: string) => ask(questions.findStyle, selector, property),
    isShown: (selector: string) => ask(questions.isShown, selector),
    isInView: (selector: string) => ask(questions.isInView, selector),
    focus: (selector: string) => ask(questions.focusElement, selector),
  };
}
