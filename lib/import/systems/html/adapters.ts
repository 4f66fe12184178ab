import { discourse } from "./adapters/discourse";
import { drupal } from "./adapters/drupal";
import { hackernews } from "./adapters/hackernews";
import { isso } from "./adapters/isso";
import { lemmy } from "./adapters/lemmy";
import { lobsters } from "./adapters/lobsters";
import { hCite } from "./adapters/markup/h-cite";
import { microdata } from "./adapters/markup/microdata";
import { rdfa } from "./adapters/markup/rdfa";
import { oldReddit } from "./adapters/old-reddit";
import { phpbb } from "./adapters/phpbb";
import { phpbb2 } from "./adapters/phpbb-2";
import { remark42 } from "./adapters/remark42";
import { verbatim } from "./adapters/verbatim/verbatim";
import { wordpress } from "./adapters/wordpress";
import { xenforo } from "./adapters/xenforo";
import type { ThreadAdapter } from "./thread-adapter";

/** In the order of trust: the system's own markup, then what pages say to machines. */
export const ADAPTERS: readonly ThreadAdapter[] = [
  verbatim,
  discourse,
  wordpress,
  xenforo,
  phpbb,
  phpbb2,
  drupal,
  lobsters,
  hackernews,
  oldReddit,
  lemmy,
  isso,
  remark42,
  microdata,
  hCite,
  rdfa,
];
