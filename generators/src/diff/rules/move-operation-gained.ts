import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** {name} makes the move too. */
export const moveOperationGained = rule({
  id: "move-operation-gained",
  seenBy: "protocol",
  mirror: "move-operation-lost",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "{name} makes the move too.",
    why: "Callers need not use it.",
    mend: "Let it make the move.",
  },
  es: {
    what: "{name} también hace el movimiento.",
    why: "Nadie está obligado a usarla.",
    mend: "Dejar que haga el movimiento.",
  },
  find: ({ moves }) => whenGained(moves.kept, ({ operations }) => operations),
});
