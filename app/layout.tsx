import type { ReactNode } from "react";
import "./globals.css";

/** Every page writes its own `<html>`: its language is the article's, which a root layout cannot know. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}
