import { EVIDENCE_SECRECY } from "../orders.ts";
import { falls, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Items that name no sensitivity count as {to}; it was {from}. */
export const evidenceDefaultSensitivityLowered = rule({
  id: "evidence-default-sensitivity-lowered",
  seenBy: "protocol",
  mirror: "evidence-default-sensitivity-raised",
  verdict: "breaking",
  hits: ["servers", "clients", "certified nodes"],
  en: {
    what: "Items that name no sensitivity count as {to}; it was {from}.",
    why: "The same item is shown to more people, and nothing in it says so.",
    mend: "Keep the default; send the lower sensitivity where it is meant.",
  },
  es: {
    what: "Los elementos sin sensibilidad cuentan como {to}; era {from}.",
    why: "El mismo elemento se muestra a más personas y nada en él lo dice.",
    mend: "Mantener el valor; enviar la sensibilidad menor donde se quiera.",
  },
  find: ({ evidenceKinds }) =>
    whenFact(evidenceKinds.kept, ({ defaultSensitivity }) => defaultSensitivity, falls(EVIDENCE_SECRECY)),
});
