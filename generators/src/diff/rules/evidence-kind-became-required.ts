import { EVIDENCE_NEED } from "../orders.ts";
import { rises, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The vertical needs this evidence {to}; it was {from}. */
export const evidenceKindBecameRequired = rule({
  id: "evidence-kind-became-required",
  seenBy: "protocol",
  mirror: "evidence-kind-no-longer-required",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The vertical needs this evidence {to}; it was {from}.",
    why: "Deliveries that were documented without it stay undocumented, and are not charged.",
    mend: "Ask for it in contracts that are made from now on.",
  },
  es: {
    what: "La vertical exige esta evidencia: {to}; era {from}.",
    why: "Las entregas documentadas sin ella quedan sin documentar y no se cobran.",
    mend: "Pedirla en los contratos que se hagan desde ahora.",
  },
  find: ({ evidenceKinds }) => whenFact(evidenceKinds.kept, ({ required }) => required, rises(EVIDENCE_NEED)),
});
