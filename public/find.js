// The script of /find/.

/** As lib/share/old-addresses/normalize-address.ts. @param {string} unsafe */
function normalizeAddress(unsafe) {
  const written = unsafe.trim();
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return;
  const { host, pathname, search, hash } = new URL(address);
  if (!/^[\w.:[\]-]+$/.test(host)) return;
  const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|xtor)(=|$)/i;
  const parameters = search.slice(1).split("&");
  const query = parameters.filter((parameter) => parameter && !tracking.test(parameter)).join("&");
  const fragment = hash.slice(1).replace(/:~:.*/, "");
  const path = pathname.replace(/\/+$/, "") + (query && `?${query}`) + (fragment && `#${fragment}`);
  return (
    host.replace(/^www\.|\.?(:80|:443)?$/g, "") +
    path.replace(/%[\da-f]{2}/gi, (code) => {
      const sign = String.fromCharCode(Number(code.replace("%", "0x")));
      return /[\w.~!'()*,:@^|-]/.test(sign) ? sign : code.toUpperCase();
    })
  );
}

/** As lib/share/old-addresses/address-index.ts. @param {string} key @param {number} shards */
function shardOf(key, shards) {
  let hash = 0x811c9dc5;
  for (const sign of key) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % shards;
}

/** @param {HTMLFormElement} form @param {string} unsafe */
async function findPage({ dataset }, unsafe) {
  const key = normalizeAddress(unsafe);
  if (!key) return { message: dataset.invalid };
  try {
    for (const candidate of [key, key.replace(/#.*/, "")]) {
      const answer = await fetch(`${shardOf(candidate, Number(dataset.shards))}.json`);
      const pages = await answer.json();
      if (Object.hasOwn(pages, candidate)) return { page: `../${pages[candidate]}` };
    }
    return { message: dataset.unknown };
  } catch {
    return { message: dataset.unread };
  }
}

/** What follows `?url=` or `#`, plain or encoded; a redirect adds the fragment. */
function findAsked() {
  const [, asked = ""] = /^(?:\?url=|#)(.*)/.exec(location.search + location.hash) ?? [];
  return /^https?:\/\//i.test(asked) ? asked : (new URLSearchParams(`url=${asked}`).get("url") ?? "");
}

/** @param {HTMLFormElement} form */
function startFinding(form) {
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  if (!input || !status) return;
  /** @param {"assign" | "replace"} go */
  const find = async (go) => {
    status.textContent = "";
    const { page, message = "" } = await findPage(form, input.value);
    status.textContent = message;
    if (page) location[go](page);
  };
  const findLinked = () => {
    input.value = findAsked();
    if (input.value) find("replace");
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    find("assign");
  };
  addEventListener("hashchange", findLinked);
  form.hidden = false;
  document.querySelector("[data-scriptless]")?.remove();
  findLinked();
}

document.querySelectorAll("form").forEach(startFinding);
