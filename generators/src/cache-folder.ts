import { fileURLToPath } from "node:url";

/** Where runs leave what makes the next one faster. It can be deleted at any time. */
export const CACHE_FOLDER = fileURLToPath(new URL("../node_modules/.cache/servicialo-gen/", import.meta.url));
