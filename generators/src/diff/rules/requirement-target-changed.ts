import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement is written on {to}; it was {from}. */
export const requirementTargetChanged = rule({
  id: "requirement-target-changed",
  seenBy: "protocol",
  mirror: "requirement-target-changed",
  verdict: "editorial",
  hits: ["certified nodes"],
  en: {
    what: "The requirement is written on {to}; it was {from}.",
    why: "The sentence binds, not the place where it is written.",
    mend: "Nothing to do.",
  },
  es: {
    what: "El requisito está escrito sobre {to}; era {from}.",
    why: "Obliga la frase, no el lugar donde está escrita.",
    mend: "Nada que hacer.",
  },
  find: ({ requirements }) => whenFact(requirements.kept, ({ appliesTo }) => [...appliesTo].sort().join(", ")),
});
