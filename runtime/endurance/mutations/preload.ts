import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";
import type { Edit } from "./mutants.ts";

/*
 * Loaded into a node before anything else (`--import`): gives it other lines than its files have. What was changed is
 * noted, so that a mutant can show that it is one. Nothing of this is part of a node.
 */

const edits: readonly Edit[] = JSON.parse(process.env["SERVICIALO_MUTATION"] ?? "[]");
const log = process.env["SERVICIALO_MUTATION_LOG"] ?? "";

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const mine = edits.filter(({ file }) => url.endsWith(`/runtime/src/${file}`));
    if (mine.length === 0) return loaded;
    let source = String(loaded.source);
    for (const { file, find, replace } of mine) {
      if (!source.includes(find)) throw new Error(`${file} has no line "${find}" any more.`);
      source = source.replace(find, () => replace);
      appendFileSync(log, `${process.pid} ${file}\n`);
    }
    return { ...loaded, source };
  },
});
