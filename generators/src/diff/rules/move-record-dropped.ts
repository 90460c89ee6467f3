import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move no longer records {name}. */
export const moveRecordDropped = rule({
  id: "move-record-dropped",
  seenBy: "protocol",
  mirror: "move-record-added",
  verdict: "breaking",
  hits: ["clients", "agents", "certified nodes"],
  en: {
    what: "The move no longer records {name}.",
    why: "Readers, disputes and audits miss it.",
    mend: "Keep recording it.",
  },
  es: {
    what: "El movimiento ya no registra {name}.",
    why: "A lectores, disputas y auditorías les falta.",
    mend: "Seguir registrándolo.",
  },
  find: ({ moves }) => whenLost(moves.kept, ({ records }) => records),
});
