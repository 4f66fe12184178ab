import { renderToStaticMarkup } from "react-dom/server";
import { collectNotes, type PageNotes } from "../../../components/page/page-notes";
import { type Dress, dressPage } from "./dress-page";
import type { Params, Route } from "./routes";

export type PrintedFile = {
  /** In the site. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Whether it comes from the content folder as it is, and not from a route. */
  readonly isCopied?: boolean;
  /** What was noted of a page while it was rendered. */
  readonly notes?: PageNotes;
};

/** What a route shows or writes at all of its addresses, one after the other. */
export async function* printRoute(route: Route, dress: Dress): AsyncGenerator<PrintedFile> {
  for (const { path, params } of await route.listAddresses()) {
    if (route.kind === "page") yield { path, ...(await printPage(route.show, params, dress)) };
    else yield { path, content: await route.write(params) };
  }
}

/** The page's function is the only asynchronous component: everything below it renders at once. */
async function printPage(
  show: (params: Params) => Promise<React.ReactNode>,
  params: Params,
  dress: Dress,
): Promise<Pick<PrintedFile, "content" | "notes">> {
  const page = await show(params);
  const { markup, notes } = collectNotes(() => renderToStaticMarkup(page));
  return { content: dressPage(markup, notes, dress), notes };
}
