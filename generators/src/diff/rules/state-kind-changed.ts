import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The state is {to}, it was {from}. */
export const stateKindChanged = rule({
  id: "state-kind-changed",
  seenBy: "protocol",
  mirror: "state-kind-changed",
  verdict: "potentially breaking",
  hits: ["servers", "clients", "certified nodes"],
  en: {
    what: "The state is {to}, it was {from}.",
    why: "Core states must be passed, others may be left out.",
    mend: "Say in the doc comment who may pass it by.",
  },
  es: {
    what: "El estado es {to}, era {from}.",
    why: "Los estados del núcleo deben pasarse, los otros pueden omitirse.",
    mend: "Decir en el comentario quién puede omitirlo.",
  },
  find: ({ states }) => whenFact(states.kept, ({ kind }) => kind),
});
