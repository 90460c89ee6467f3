import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** An item of the kind is known by {to}; it was {from}. */
export const evidenceRecognitionChanged = rule({
  id: "evidence-recognition-changed",
  seenBy: "protocol",
  mirror: "evidence-recognition-changed",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "An item of the kind is known by {to}; it was {from}.",
    why: "Items that counted no longer do, and a delivery may fall back to undocumented.",
    mend: "Recognize both for one more version.",
  },
  es: {
    what: "Un elemento del tipo se reconoce por {to}; era {from}.",
    why: "Elementos que contaban ya no cuentan, y una entrega puede volver a quedar sin documentar.",
    mend: "Reconocer ambos una versión más.",
  },
  find: ({ evidenceKinds }) =>
    whenFact(evidenceKinds.kept, ({ type, discriminator }) =>
      discriminator ? `${type} with ${discriminator.property} ${discriminator.value}` : type,
    ),
});
