import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move lost a condition: {name} */
export const movePreconditionDropped = rule({
  id: "move-precondition-dropped",
  seenBy: "protocol",
  mirror: "move-precondition-added",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The move lost a condition: {name}",
    why: "Moves that were refused are made now.",
    mend: "Stop refusing, and check who counted on the refusal.",
  },
  es: {
    what: "El movimiento perdió una condición: {name}",
    why: "Movimientos que se rechazaban ahora se hacen.",
    mend: "Dejar de rechazar y revisar quién contaba con el rechazo.",
  },
  find: ({ moves }) => whenLost(moves.kept, ({ preconditions }) => preconditions),
});
