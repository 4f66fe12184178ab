import type { System } from "../system";
import { RestComments } from "./rest";
import { readWxr } from "./wxr";

/** WordPress: its own export (WXR) and what its REST interface answers. E-mail and IP addresses are not read. */
export const wordpress: System = {
  name: "wordpress",
  recognises: (head) => isWxr(head) || isRest(head),
  open: (setting) => {
    const rest = new RestComments();
    return {
      read: (input) => (isRest(input.head) ? rest.read(input, setting) : readWxr(input, setting)),
      waiting: () => rest.waiting(),
      finish: async function* () {
        yield* rest.finish();
      },
      close: () => rest.close(),
    };
  },
};

function isWxr(head: string): boolean {
  return /<rss[\s>]/u.test(head) && /wordpress\.org\/export\/1\.[0-2]\//u.test(head);
}

function isRest(head: string): boolean {
  return /^\s*\[?\s*\{/u.test(head) && /"author_name"\s*:/u.test(head) && /"rendered"\s*:/u.test(head);
}
