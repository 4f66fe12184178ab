import { buildElement } from "./build-element";
import { keyDialog } from "./key-dialog";
import { chooseTaste, KEYS, readTaste } from "./taste";
import * as words from "./words";

/** Percent of the size that the browser's user set. */
const LARGER_SIZES = [115, 130, 160];

type Choice = readonly [value: string, label: string];

/** Light and size of text: a word in the page's head opens the panel below it, in the page. */
export function offerDisplay(): void {
  const panel = buildElement("details", { className: "display", innerHTML: writePanel() });
  for (const input of panel.querySelectorAll("input")) {
    input.checked = input.value === readTaste(input.name);
    input.onchange = () => chooseTaste(input.name, input.value);
  }
  const showKeys = () => keyDialog.showModal();
  panel.append(buildElement("button", { className: "word", onclick: showKeys }, words.help));
  document.querySelector("header.site")?.append(panel);
}

function writePanel(): string {
  const lights: Choice[] = [
    ["", words.automatic],
    ["light", words.bright],
    ["dark", words.dark],
  ];
  const sizes = LARGER_SIZES.map((size): Choice => [`${size}%`, words.writePercent(size)]);
  const keys: Choice[] = [
    ["", words.on],
    ["off", words.off],
  ];
  return (
    `<summary class=word>${words.display}</summary>` +
    writeChoices("color-scheme", words.light, lights) +
    writeChoices("font-size", words.size, [["", words.writePercent(100)], ...sizes]) +
    writeChoices(KEYS, words.keys, keys)
  );
}

/** @param property of the page's root, which the choice sets; an empty value leaves it as it is */
function writeChoices(property: string, title: string, choices: readonly Choice[]): string {
  const inputs = choices.map(
    ([value, label]) =>
      `<label><input type=radio name=${property} value="${value}"><span>${label}</span></label> `,
  );
  return `<p role=radiogroup aria-label="${title}">${title} ${inputs.join("")}</p>`;
}
