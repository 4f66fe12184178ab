import { openPicture } from "../../../lib/archive/reading/read";
import { JSON_DATA } from "../../../lib/share/media-types";
import { copyThread, writeThreadCopy } from "../../../lib/share/thread-copy/thread-copy";
import { createArticleRoute } from "../create-article-route";

export const dynamic = "force-static";
export const dynamicParams = false;

export const { GET, generateStaticParams } = createArticleRoute(JSON_DATA, (archive, article) =>
  writeThreadCopy(copyThread(archive, article, openPicture)),
);
