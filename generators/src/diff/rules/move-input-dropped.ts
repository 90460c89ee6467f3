import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move no longer needs {name}. */
export const moveInputDropped = rule({
  id: "move-input-dropped",
  seenBy: "protocol",
  mirror: "move-input-demanded",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "The move no longer needs {name}.",
    why: "Calls that give it work as before.",
    mend: "Take the move without it.",
  },
  es: {
    what: "El movimiento ya no exige {name}.",
    why: "Las llamadas que lo dan funcionan como antes.",
    mend: "Aceptar el movimiento sin él.",
  },
  find: ({ moves }) => whenLost(moves.kept, ({ requires }) => requires),
});
