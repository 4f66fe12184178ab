import { ShelfDocument } from "../../../../components/page/shelf";
import { openCatalogue } from "../../../../lib/archive/reading/read";
import { findShelfPage, listNumberParams } from "../../../../lib/share/shelves/shelf-pages";
import NotFoundPage from "../../../not-found";

type Props = { params: Promise<{ group: string; page: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return listNumberParams(openCatalogue(), "years");
}

export default async function FullYearPage({ params }: Props) {
  const { group, page: number } = await params;
  const catalogue = openCatalogue();
  const page = findShelfPage(catalogue, "years", group, number);
  return page ? <ShelfDocument page={page} settings={catalogue.settings} /> : <NotFoundPage />;
}
