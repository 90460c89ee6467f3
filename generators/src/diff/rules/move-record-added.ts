import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move records {name}. */
export const moveRecordAdded = rule({
  id: "move-record-added",
  seenBy: "protocol",
  mirror: "move-record-dropped",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The move records {name}.",
    why: "Readers find more than before.",
    mend: "Record it from the first move on.",
  },
  es: {
    what: "El movimiento registra {name}.",
    why: "Los lectores encuentran más que antes.",
    mend: "Registrarlo desde el primer movimiento.",
  },
  find: ({ moves }) => whenGained(moves.kept, ({ records }) => records),
});
