import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Nothing leads out of the state any more. */
export const stateBecameTerminal = rule({
  id: "state-became-terminal",
  seenBy: "protocol",
  mirror: "state-no-longer-terminal",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "Nothing leads out of the state any more.",
    why: "Records in it are stuck where callers expect them to go on.",
    mend: "Keep one move out of it, or move the records on first.",
  },
  es: {
    what: "Ya nada sale del estado.",
    why: "Los registros en él quedan atascados donde se espera que sigan.",
    mend: "Mantener una salida, o mover antes los registros.",
  },
  find: ({ states }) =>
    whenFact(
      states.kept,
      ({ terminal }) => terminal,
      (base, head) => !base && head,
    ),
});
