import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Preloaded by the commands, because stripping types and compiling take half a second of each start. JavaScript itself, so
// that where everything is kept nothing that strips types is loaded.
enableCompileCache(join(import.meta.dirname, "..", ".sopbook", "compiled"));
