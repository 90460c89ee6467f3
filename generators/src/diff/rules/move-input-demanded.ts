import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move needs {name}. */
export const moveInputDemanded = rule({
  id: "move-input-demanded",
  seenBy: "protocol",
  mirror: "move-input-dropped",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The move needs {name}.",
    why: "Calls without it are refused with 422.",
    mend: "Take the move without it for one more version.",
  },
  es: {
    what: "El movimiento exige {name}.",
    why: "Las llamadas sin él se rechazan con 422.",
    mend: "Aceptar el movimiento sin él una versión más.",
  },
  find: ({ moves }) => whenGained(moves.kept, ({ requires }) => requires),
});
