import { findProgram } from "../programs";
import { describeEngine } from "./engine";
import { startWebKit } from "./webkit";

const driver = findProgram("webkit2gtk-driver");
const screen = findProgram("xvfb");

describeEngine(
  "WebKit, of webkit2gtk-driver on xvfb",
  driver && screen ? () => startWebKit({ driver, screen }) : undefined,
);
