import { createContext } from "../../../lib/share/article-context";
import { writeBibtex } from "../../../lib/share/citations/bibtex";
import { citeThread } from "../../../lib/share/citations/citation";
import { BIBTEX } from "../../../lib/share/media-types";
import { createArticleRoute } from "../create-article-route";

export const dynamic = "force-static";
export const dynamicParams = false;

export const { GET, generateStaticParams } = createArticleRoute(BIBTEX, ({ settings }, article) =>
  writeBibtex(citeThread(createContext(settings, article))),
);
