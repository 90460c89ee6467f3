import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** {name} does not make the move any more. */
export const moveOperationLost = rule({
  id: "move-operation-lost",
  seenBy: "protocol",
  mirror: "move-operation-gained",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "{name} does not make the move any more.",
    why: "Callers that move by it are refused.",
    mend: "Let the operation make the move for one more version.",
  },
  es: {
    what: "{name} ya no hace el movimiento.",
    why: "Quien mueve con ella recibe un rechazo.",
    mend: "Dejar que la operación haga el movimiento una versión más.",
  },
  find: ({ moves }) => whenLost(moves.kept, ({ operations }) => operations),
});
