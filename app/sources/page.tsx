import { ShelfDocument } from "../../components/page/shelf";
import { openCatalogue } from "../../lib/archive/reading/read";
import { findShelfPage } from "../../lib/share/shelves/shelf-pages";
import NotFoundPage from "../not-found";

export default function SourcesPage() {
  const catalogue = openCatalogue();
  const page = findShelfPage(catalogue, "sources");
  return page ? <ShelfDocument page={page} settings={catalogue.settings} /> : <NotFoundPage />;
}
