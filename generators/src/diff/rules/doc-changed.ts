import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The doc comment changed. */
export const docChanged = rule({
  id: "doc-changed",
  seenBy: "protocol",
  mirror: "doc-changed",
  verdict: "editorial",
  hits: ["clients"],
  en: {
    what: "The doc comment changed.",
    why: "Words explain; what binds stands in the requirements.",
    mend: "Nothing to do.",
  },
  es: {
    what: "El comentario cambió.",
    why: "Las palabras explican; lo que obliga está en los requisitos.",
    mend: "Nada que hacer.",
  },
  find: ({ docs }) => whenFact(docs.kept, ({ text }) => text),
});
