import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The state is not the end any more. */
export const stateNoLongerTerminal = rule({
  id: "state-no-longer-terminal",
  seenBy: "protocol",
  mirror: "state-became-terminal",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The state is not the end any more.",
    why: "Callers that settled on it see it change afterwards.",
    mend: "Add a state of its own for what can follow.",
  },
  es: {
    what: "El estado ya no es el final.",
    why: "Quien lo dio por definitivo lo ve cambiar después.",
    mend: "Agregar un estado propio para lo que puede seguir.",
  },
  find: ({ states }) =>
    whenFact(
      states.kept,
      ({ terminal }) => terminal,
      (base, head) => base && !head,
    ),
});
