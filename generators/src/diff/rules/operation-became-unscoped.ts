import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation needs no scope any more; it was {from}. */
export const operationBecameUnscoped = rule({
  id: "operation-became-unscoped",
  seenBy: "protocol",
  mirror: "operation-became-scoped",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The operation needs no scope any more; it was {from}.",
    why: "Every mandate allows it now, also those whose principal never thought of it.",
    mend: "Ask for the scope that comes nearest instead of none.",
  },
  es: {
    what: "La operación ya no exige alcance; era {from}.",
    why: "Todos los mandatos la permiten, también aquellos cuyo mandante nunca lo pensó.",
    mend: "Exigir el alcance más cercano en lugar de ninguno.",
  },
  find: ({ operations }) =>
    operations.kept
      .filter(({ base, head }) => base.node.scopes.length > 0 && head.node.scopes.length === 0)
      .map((pair) => changed(pair, { from: pair.base.node.scopes.join(", ") })),
});
