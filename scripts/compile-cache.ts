import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Preloaded by the commands, because stripping types and compiling take half a second of each start.
enableCompileCache(join(import.meta.dirname, "..", ".sopbook", "compiled"));
