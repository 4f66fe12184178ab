import { findProgram } from "../programs";
import { describeEngine } from "./engine";
import { startFirefox } from "./firefox";

const program = findProgram("firefox-esr");

describeEngine("Firefox, of firefox-esr", program ? () => startFirefox(program) : undefined);
