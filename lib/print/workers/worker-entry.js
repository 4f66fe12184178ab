import { register } from "tsx/esm/api";

// A thread starts without the loader that reads TypeScript.
register();
await import("./worker");
