import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move is numbered {to} instead of {from}. */
export const moveIdChanged = rule({
  id: "move-id-changed",
  seenBy: "protocol",
  mirror: "move-id-changed",
  verdict: "editorial",
  hits: ["certified nodes"],
  en: {
    what: "The move is numbered {to} instead of {from}.",
    why: "Documents and cases name moves by their id.",
    mend: "Look for the old id in them.",
  },
  es: {
    what: "El movimiento lleva el número {to} en lugar de {from}.",
    why: "Documentos y casos nombran los movimientos por su id.",
    mend: "Buscar en ellos el id anterior.",
  },
  find: ({ moves }) => whenFact(moves.kept, ({ id }) => id),
});
