import { EVIDENCE_SECRECY } from "../orders.ts";
import { rises, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The lowest sensitivity an item may name is {to}; it was {from}. */
export const evidenceFloorRaised = rule({
  id: "evidence-floor-raised",
  seenBy: "protocol",
  mirror: "evidence-floor-lowered",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The lowest sensitivity an item may name is {to}; it was {from}.",
    why: "Items that name less are refused.",
    mend: "Raise them to the floor instead of refusing.",
  },
  es: {
    what: "La sensibilidad mínima que un elemento puede nombrar es {to}; era {from}.",
    why: "Los elementos que nombran menos se rechazan.",
    mend: "Subirlos al mínimo en lugar de rechazarlos.",
  },
  find: ({ evidenceKinds }) => whenFact(evidenceKinds.kept, ({ floor }) => floor, rises(EVIDENCE_SECRECY)),
});
