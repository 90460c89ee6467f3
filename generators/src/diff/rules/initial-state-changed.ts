import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Things begin in {to} instead of {from}. */
export const initialStateChanged = rule({
  id: "initial-state-changed",
  seenBy: "protocol",
  mirror: "initial-state-changed",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "Things begin in {to} instead of {from}.",
    why: "Callers that go on from the first state meet another one.",
    mend: "Keep the first state and move on from it at once.",
  },
  es: {
    what: "Las cosas empiezan en {to} en lugar de {from}.",
    why: "Quien sigue desde el primer estado encuentra otro.",
    mend: "Mantener el primer estado y avanzar desde él de inmediato.",
  },
  find: ({ machines }) => whenFact(machines.kept, ({ initial }) => initial),
});
