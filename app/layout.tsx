import type { Viewport } from "next";
import type { ReactNode } from "react";
import "../components/style/all.css";

// Under `next dev` the files of `content/` are part of every page: one that is edited shows at once, without a reload.
if (process.env.NODE_ENV === "development") import.meta.glob("/content/**/*.md");

/** Next writes a viewport of its own into each page, at a long one's end: it says what the page's says. */
export const viewport: Viewport = { width: "device-width", initialScale: undefined };

/** Every page writes its own `<html>`: its language is the article's, which a root layout cannot know. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}
