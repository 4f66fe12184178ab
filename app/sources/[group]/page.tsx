import { ShelfDocument } from "../../../components/page/shelf";
import { openCatalogue } from "../../../lib/archive/reading/read";
import { findShelfPage, listGroupParams } from "../../../lib/share/shelves/shelf-pages";
import NotFoundPage from "../../not-found";

export const dynamicParams = false;

export function generateStaticParams() {
  return listGroupParams(openCatalogue(), "sources");
}

export default async function SourcePage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params;
  const catalogue = openCatalogue();
  const page = findShelfPage(catalogue, "sources", group);
  return page ? <ShelfDocument page={page} settings={catalogue.settings} /> : <NotFoundPage />;
}
