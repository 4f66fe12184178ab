// Comfort only: a page is whole without it.
{
  const [done = "", link = "", quotation = "", light = "", size, display = "", ...labels] = (
    document.documentElement.lang.startsWith("fr")
      ? "Copié|Copier le lien|Citer|Automatique, Clair, Sombre|Taille|Affichage|suivant|précédent|parent|première réponse|voisin|fil suivant|plier|copier, citer|retour|aide"
      : "Copied|Copy the link|Quote|Automatic, Light, Dark|Size|Display|next|previous|parent|first reply|sibling|next thread|fold|copy, quote|back|help"
  ).split("|");

  /** @type {Record<string, string>} */
  let taste = {};
  try {
    taste = localStorage;
  } catch {} // Forbidden.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  const dress = () =>
    sheet.replaceSync(`@media screen{:root{color-scheme:${taste.light || "light dark"};font-size:${taste.size}}}
.comment:focus{outline:0}
.comment:focus>.own{outline:3px solid var(--link)}
.reader{z-index:1;padding:.4em;border:1px solid;border-radius:.5em;background:var(--paper);color:inherit;font:.875rem/1.5 var(--sans)}
.reader *{min-height:24px;font:inherit}
.corner{position:fixed;right:1rem;bottom:1rem}
.reader :empty{display:none}
.preview{position:absolute;max-height:40vh;overflow:auto}
@media print{.reader{display:none}}`);
  dress();

  let here = document.querySelector(".comment:target");
  const trail = [here];
  const visit = (comment = here, from = here) => {
    if (!(comment instanceof HTMLElement)) return;
    if (from) trail.push(from);
    location.replace(`#${comment.id}`); // It unfolds.
    comment.ariaLabel = comment.querySelector("header")?.textContent || "";
    comment.tabIndex = -1;
    comment.focus({ preventScroll: true });
  };
  const step = (steps = 1, among = ".comment") => {
    const list = [...document.querySelectorAll(among)];
    visit(list[list.findLastIndex((one) => one.contains(here)) + steps]);
  };

  const help = document.createElement("dialog");
  const corner = document.createElement("div");
  const news = document.createElement("output");
  const tool = document.createElement("button");
  const open = document.createElement("button");
  const preview = document.createElement("div");

  const take = async () => {
    const text = `${getSelection()}`.trim();
    const start = encodeURIComponent(`${text.match(/^.{1,60}(?!\S)/)}`).replace(/-/g, "%2D");
    const url = here?.querySelector("a")?.href || location.href.replace(/#.*/, "");
    const name = here?.querySelector("bdi")?.textContent || document.title;
    const words = text ? `« ${text} » ${name}, ${url}#:~:text=${start}` : url;
    try {
      if (matchMedia("(pointer:coarse)").matches) await navigator.share({ text: words });
      else await navigator.clipboard.writeText(words);
      news.value = done;
    } catch {
      news.value = words;
    }
  };

  const keys = "jkprstfcb?";
  const acts = [
    () => step(),
    () => step(-1),
    () => visit(here?.parentElement?.closest(".comment")),
    () => visit(here?.querySelector(".comment")),
    () => visit(here?.closest("li")?.nextElementSibling?.firstElementChild),
    () => step(1, ".thread>ol>li>.comment"),
    () => {
      const fold = here?.querySelector("details") || here?.closest("details");
      visit(fold?.parentElement);
      fold?.toggleAttribute("open");
    },
    take,
    () => visit(trail.pop(), null),
    () => help.showModal(),
  ];

  help.className = "reader";
  help.innerHTML = `<form method=dialog><button>OK</button> <select name=light aria-label="${light}">${light.split(", ").map((name, at) => `<option value="${["light dark", "light", "dark"][at]}">${name}`)}</select> <select name=size aria-label=${size}><option>100%<option>115%<option>130%<option>160%</select>${[...keys].map((key, at) => `<p><kbd>${key}</kbd> ${labels[at]}`).join("")}`;
  for (const select of help.querySelectorAll("select")) {
    select.value = taste[select.name] || select.value;
    select.onchange = () => {
      taste[select.name] = select.value;
      dress();
    };
  }
  corner.className = "reader corner";
  corner.append(news, " ", tool, " ", open);
  tool.onclick = take;
  tool.onmousedown = () => false; // Keeps the selection.
  open.textContent = display;
  open.onclick = () => help.showModal();
  preview.className = "reader preview";
  corner.hidden = true; // Until its reader acts.
  document.body.append(corner, help);

  for (const type of ["mouseover", "mouseup", "touchend", "focusin", "scroll"])
    addEventListener(type, (event) => {
      const { target } = event;
      corner.hidden = false;
      if (!(target instanceof Element)) here ||= document.querySelector(".comment:target");
      if (!(target instanceof Element) || target.closest(".reader")) return;
      if (type !== "mouseover") here = target.closest(".comment");
      tool.textContent = `${getSelection()}` ? quotation : here ? link : "";
      const answer = target.closest("header p a");
      const href = answer?.getAttribute("href");
      const id = href?.split("#c-")[1] || href?.split("/").at(-2);
      const parent = document.querySelector(`#c-${id}>.own>:is(.text,.tombstone)`);
      if (!parent) return preview.remove();
      if (type === "touchend" && !preview.isConnected) event.preventDefault();
      preview.textContent = parent.textContent;
      answer?.after(preview);
    });
  addEventListener("keydown", ({ key, target, ctrlKey, metaKey, altKey }) => {
    preview.remove();
    const isTyping = target instanceof Element && target.closest(":read-write,select");
    if (!(ctrlKey || metaKey || altKey || help.open || isTyping)) acts[keys.indexOf(key)]?.();
  });
}
