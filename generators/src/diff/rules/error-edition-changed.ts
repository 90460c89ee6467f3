import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The error belongs to the {to} edition, it was {from}. */
export const errorEditionChanged = rule({
  id: "error-edition-changed",
  seenBy: "protocol",
  mirror: "error-edition-changed",
  verdict: "editorial",
  hits: ["servers"],
  en: {
    what: "The error belongs to the {to} edition, it was {from}.",
    why: "It says where the code comes from; nothing decides by it.",
    mend: "Nothing to do.",
  },
  es: {
    what: "El error es de la edición {to}, era {from}.",
    why: "Dice de dónde viene el código; nada decide por ello.",
    mend: "Nada que hacer.",
  },
  find: ({ errors }) => whenFact(errors.kept, ({ edition }) => edition),
});
