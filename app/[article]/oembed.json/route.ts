import { JSON_DATA } from "../../../lib/share/media-types";
import { writeOembed } from "../../../lib/share/oembed";
import { createArticleRoute } from "../create-article-route";

export const dynamic = "force-static";
export const dynamicParams = false;

export const { GET, generateStaticParams } = createArticleRoute(JSON_DATA, ({ settings }, article) =>
  writeOembed(settings, article),
);
