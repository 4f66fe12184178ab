import { MARKDOWN } from "../../../lib/share/media-types";
import { writeTextCopy } from "../../../lib/share/text-copy/text-copy";
import { createArticleRoute } from "../create-article-route";

export const dynamic = "force-static";
export const dynamicParams = false;

/** Article and thread as one document, which `npm run import` takes back. */
export const { GET, generateStaticParams } = createArticleRoute(`${MARKDOWN}; charset=utf-8`, writeTextCopy);
