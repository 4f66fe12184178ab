import { buildElement } from "./build-element";
import { keyDialog } from "./key-dialog";
import { choosePreference, KEYS, readPreference } from "./preferences";
import * as words from "./words";

/** Values of a property of the page's root, each with what it is called; the empty value leaves it as it is. */
type Choices = Readonly<Record<string, string>>;

/** Light and size of text: a word in the page's head opens the panel below it, in the page. */
export function offerDisplay(): void {
  const panel = buildElement("details", { className: "display", innerHTML: writePanel() });
  for (const input of panel.querySelectorAll("input")) {
    input.checked = input.value === readPreference(input.name);
    input.onchange = () => choosePreference(input.name, input.value);
  }
  const showKeys = () => keyDialog.showModal();
  panel.append(buildElement("button", { className: "word", onclick: showKeys }, words.help));
  document.querySelector("header.site")?.append(panel);
}

function writePanel(): string {
  const lights = { "": words.automatic, light: words.bright, dark: words.dark };
  const sizes = {
    "": words.writePercent(100),
    "115%": words.writePercent(115),
    "130%": words.writePercent(130),
    "160%": words.writePercent(160),
  };
  return (
    `<summary class=word>${words.display}</summary>` +
    writeChoices("color-scheme", words.light, lights) +
    writeChoices("font-size", words.size, sizes) +
    writeChoices(KEYS, words.keys, { "": words.on, off: words.off })
  );
}

function writeChoices(property: string, title: string, choices: Choices): string {
  const inputs = Object.entries(choices).map(
    ([value, label]) =>
      `<label><input type=radio name=${property} value="${value}"><span>${label}</span></label>`,
  );
  return `<p role=radiogroup aria-label="${title}">${title} ${inputs.join("")}`;
}
