/** What the script of `/search/` begins with: the form, the address, and what was found. */
import { findMatches, listSought, type Match } from "../../lib/share/search/find-matches";
import { readQuery, SEARCH_FIELDS, type SearchQuery, writeQuery } from "../../lib/share/search/search-query";
import { buildElement } from "../reader/build-element";
import { describeIndex } from "./open-index";
import { showMatch } from "./result";
import * as words from "./words";

/** Results that are shown at once. */
const PAGE = 10;

const title = document.title;
const list = buildElement("ol", { className: "results" });
const more = buildElement("button", { type: "button", hidden: true }, words.more);
/** The search that the page shows: what an earlier one still brings is not for it. */
let current = Symbol("search");

function startSearching(form: HTMLFormElement): void {
  const status = form.querySelector("[role=status]");
  if (!status) return;
  document.querySelector(".results")?.replaceWith(list, more);
  const search = () => showResults(readQuery(location.search), form, status);
  form.onsubmit = (event) => {
    event.preventDefault();
    const address = writeQuery(readForm(form));
    if (address !== location.search) history.pushState(null, "", address || location.pathname);
    search();
  };
  addEventListener("popstate", search);
  document.querySelector("[data-scriptless]")?.remove();
  form.hidden = false;
  search();
}

/** Finds what the address asks for and says how much there is. */
async function showResults(query: SearchQuery, form: HTMLFormElement, status: Element): Promise<void> {
  const search = Symbol("search");
  current = search;
  fillForm(form, query);
  list.replaceChildren();
  more.hidden = true;
  const isAsked = writeQuery(query) !== "";
  status.textContent = isAsked ? words.loading : "";
  document.title = query.q ? `${query.q} · ${title}` : title;
  if (!isAsked) return;
  try {
    const matches = await findMatches(query, describeIndex(form));
    if (current !== search) return;
    status.textContent = matches ? words.countFound(matches.length) : words.nothingAsked;
    await showNext(matches ?? [], query, () => current === search);
  } catch {
    if (current === search) status.textContent = words.unread;
  }
}

/** Shows the first results, and the next ones when they are asked for, which then have the focus. */
async function showNext(
  matches: readonly Match[],
  query: SearchQuery,
  isWanted: () => boolean,
): Promise<void> {
  const sought = listSought(query);
  const shown = matches.slice(0, PAGE).map((match) => showMatch(match, query, sought));
  for (const item of shown) {
    const element = await item;
    if (!isWanted()) return;
    list.append(element);
  }
  const rest = matches.slice(PAGE);
  more.hidden = rest.length === 0;
  more.onclick = async () => {
    const last = list.lastElementChild;
    await showNext(rest, query, isWanted);
    last?.nextElementSibling?.querySelector("a")?.focus();
  };
}

function readForm(form: HTMLFormElement): SearchQuery {
  const data = new FormData(form);
  const asked = new URLSearchParams();
  for (const field of SEARCH_FIELDS) asked.set(field, `${data.get(field) ?? ""}`);
  return readQuery(`?${asked}`);
}

/** Filters that are set are seen. */
function fillForm(form: HTMLFormElement, query: SearchQuery): void {
  for (const field of SEARCH_FIELDS) {
    const control = form.elements.namedItem(field);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      control.value = query[field];
  }
  const filters = form.querySelector("details");
  const { q, ...others } = query;
  if (filters && Object.values(others).some((value) => value !== "")) filters.open = true;
}

document.querySelectorAll("form").forEach(startSearching);
