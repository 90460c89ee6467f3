import { EVIDENCE_SECRECY } from "../orders.ts";
import { falls, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The lowest sensitivity an item may name is {to}; it was {from}. */
export const evidenceFloorLowered = rule({
  id: "evidence-floor-lowered",
  seenBy: "protocol",
  mirror: "evidence-floor-raised",
  verdict: "potentially breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The lowest sensitivity an item may name is {to}; it was {from}.",
    why: "Evidence may be shown to more people than was promised.",
    mend: "Keep the floor for evidence that is already held.",
  },
  es: {
    what: "La sensibilidad mínima que un elemento puede nombrar es {to}; era {from}.",
    why: "La evidencia puede mostrarse a más personas de lo prometido.",
    mend: "Mantener el mínimo para la evidencia ya guardada.",
  },
  find: ({ evidenceKinds }) => whenFact(evidenceKinds.kept, ({ floor }) => floor, falls(EVIDENCE_SECRECY)),
});
