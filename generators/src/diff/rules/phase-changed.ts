import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation stands in the phase {to}, it was {from}. */
export const phaseChanged = rule({
  id: "phase-changed",
  seenBy: "protocol",
  mirror: "phase-changed",
  verdict: "editorial",
  hits: ["clients"],
  en: {
    what: "The operation stands in the phase {to}, it was {from}.",
    why: "Phases order documents; nothing decides by them.",
    mend: "Nothing to do.",
  },
  es: {
    what: "La operación está en la fase {to}, era {from}.",
    why: "Las fases ordenan documentos; nada decide por ellas.",
    mend: "Nada que hacer.",
  },
  find: ({ operations }) => whenFact(operations.kept, ({ phase }) => phase),
});
