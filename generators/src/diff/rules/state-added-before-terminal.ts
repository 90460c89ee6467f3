import { ledToEnd } from "../orders.ts";
import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new state on the way to the end. */
export const stateAddedBeforeTerminal = rule({
  id: "state-added-before-terminal",
  seenBy: "protocol",
  mirror: "state-removed",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "There is a new state on the way to the end.",
    why: "What was over one move ago is not over any more: callers that wait for the end hang, and money or deadlines that hang on it come late.",
    mend: "Keep the direct move to the end beside the new state.",
  },
  es: {
    what: "Hay un estado nuevo en el camino al final.",
    why: "Lo que terminaba un movimiento antes ya no termina: quien espera el final queda colgado, y el dinero o los plazos que dependen de él llegan tarde.",
    mend: "Mantener el movimiento directo al final junto al estado nuevo.",
  },
  find: ({ states }) => states.added.filter(({ node }) => ledToEnd(node)).map((item) => came(item)),
});
