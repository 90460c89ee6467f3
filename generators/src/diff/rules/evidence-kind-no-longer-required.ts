import { EVIDENCE_NEED } from "../orders.ts";
import { falls, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The vertical needs this evidence {to}; it was {from}. */
export const evidenceKindNoLongerRequired = rule({
  id: "evidence-kind-no-longer-required",
  seenBy: "protocol",
  mirror: "evidence-kind-became-required",
  verdict: "compatible",
  hits: ["clients", "certified nodes"],
  en: {
    what: "The vertical needs this evidence {to}; it was {from}.",
    why: "A delivery can be documented without it; a dispute may miss it.",
    mend: "Ask for it in the contract where it matters.",
  },
  es: {
    what: "La vertical exige esta evidencia: {to}; era {from}.",
    why: "Una entrega puede documentarse sin ella; a una disputa puede faltarle.",
    mend: "Pedirla en el contrato donde importe.",
  },
  find: ({ evidenceKinds }) => whenFact(evidenceKinds.kept, ({ required }) => required, falls(EVIDENCE_NEED)),
});
