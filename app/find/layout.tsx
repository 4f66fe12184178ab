import type { ReactNode } from "react";
import "./find.css";

export default function FindLayout({ children }: { children: ReactNode }) {
  return children;
}
