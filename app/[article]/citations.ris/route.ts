import { createContext } from "../../../lib/share/article-context";
import { citeThread } from "../../../lib/share/citations/citation";
import { writeRis } from "../../../lib/share/citations/ris";
import { RIS } from "../../../lib/share/media-types";
import { createArticleRoute } from "../create-article-route";

export const dynamic = "force-static";
export const dynamicParams = false;

export const { GET, generateStaticParams } = createArticleRoute(RIS, ({ settings }, article) =>
  writeRis(citeThread(createContext(settings, article))),
);
