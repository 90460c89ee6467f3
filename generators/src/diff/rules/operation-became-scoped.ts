import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation needs a scope now: {to}. */
export const operationBecameScoped = rule({
  id: "operation-became-scoped",
  seenBy: "protocol",
  mirror: "operation-became-unscoped",
  verdict: "breaking",
  hits: ["agents"],
  en: {
    what: "The operation needs a scope now: {to}.",
    why: "Mandates that were granted without it no longer allow the call.",
    mend: "Ask principals to grant the scope before the version is served.",
  },
  es: {
    what: "La operación ahora exige un alcance: {to}.",
    why: "Los mandatos otorgados sin él ya no permiten la llamada.",
    mend: "Pedir a los mandantes que otorguen el alcance antes de servir la versión.",
  },
  find: ({ operations }) =>
    operations.kept
      .filter(({ base, head }) => base.node.scopes.length === 0 && head.node.scopes.length > 0)
      .map((pair) => changed(pair, { to: pair.head.node.scopes.join(", ") })),
});
