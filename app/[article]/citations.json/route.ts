import { createContext } from "../../../lib/share/article-context";
import { citeThread } from "../../../lib/share/citations/citation";
import { writeCsl } from "../../../lib/share/citations/csl";
import { JSON_DATA } from "../../../lib/share/media-types";
import { createArticleRoute } from "../create-article-route";

export const dynamic = "force-static";
export const dynamicParams = false;

export const { GET, generateStaticParams } = createArticleRoute(JSON_DATA, ({ settings }, article) =>
  writeCsl(citeThread(createContext(settings, article))),
);
