import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move has a new condition: {name} */
export const movePreconditionAdded = rule({
  id: "move-precondition-added",
  seenBy: "protocol",
  mirror: "move-precondition-dropped",
  verdict: "breaking",
  hits: ["clients", "agents", "certified nodes"],
  en: {
    what: "The move has a new condition: {name}",
    why: "Moves that were made are refused now.",
    mend: "Warn for one version before refusing.",
  },
  es: {
    what: "El movimiento tiene una condición nueva: {name}",
    why: "Movimientos que se hacían ahora se rechazan.",
    mend: "Advertir durante una versión antes de rechazar.",
  },
  find: ({ moves }) => whenGained(moves.kept, ({ preconditions }) => preconditions),
});
