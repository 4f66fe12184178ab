import { ShelfDocument } from "../../components/page/shelf";
import { openCatalogue } from "../../lib/archive/reading/read";
import { findShelfPage } from "../../lib/share/shelves/shelf-pages";
import NotFoundPage from "../not-found";

export default function YearsPage() {
  const catalogue = openCatalogue();
  const page = findShelfPage(catalogue, "years");
  return page ? <ShelfDocument page={page} settings={catalogue.settings} /> : <NotFoundPage />;
}
