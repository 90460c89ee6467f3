import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where runs leave what makes the next one faster. It can be deleted at any time. */
export const CACHE_FOLDER = fileURLToPath(new URL("../node_modules/.cache/servicialo-gen/", import.meta.url));

/** Records of runs, by which the next one knows that there is nothing to do. */
export const RECORDS = join(CACHE_FOLDER, "runs");
