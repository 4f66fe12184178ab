import type { ReactNode } from "react";
import "./thread.css";

/** Styles are imported by layouts, which printing does not load: pages are modules without them. */
export default function ArticleLayout({ children }: { children: ReactNode }) {
  return children;
}
