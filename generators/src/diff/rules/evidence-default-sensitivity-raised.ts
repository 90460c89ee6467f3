import { EVIDENCE_SECRECY } from "../orders.ts";
import { rises, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Items that name no sensitivity count as {to}; it was {from}. */
export const evidenceDefaultSensitivityRaised = rule({
  id: "evidence-default-sensitivity-raised",
  seenBy: "protocol",
  mirror: "evidence-default-sensitivity-lowered",
  verdict: "potentially breaking",
  hits: ["servers", "clients", "certified nodes"],
  en: {
    what: "Items that name no sensitivity count as {to}; it was {from}.",
    why: "Readers who saw the item do not see it any more.",
    mend: "Name the sensitivity in the item where others must read it.",
  },
  es: {
    what: "Los elementos sin sensibilidad cuentan como {to}; era {from}.",
    why: "Quien veía el elemento ya no lo ve.",
    mend: "Nombrar la sensibilidad en el elemento donde otros deban leerlo.",
  },
  find: ({ evidenceKinds }) =>
    whenFact(evidenceKinds.kept, ({ defaultSensitivity }) => defaultSensitivity, rises(EVIDENCE_SECRECY)),
});
