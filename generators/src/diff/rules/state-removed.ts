import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The state is gone. */
export const stateRemoved = rule({
  id: "state-removed",
  seenBy: "protocol",
  mirror: "state-added",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The state is gone.",
    why: "Records that are in it have no state, and callers wait for it in vain.",
    mend: "Name the state that takes its place, and move the records there when the version is first served.",
  },
  es: {
    what: "El estado ya no existe.",
    why: "Los registros que están en él quedan sin estado, y quien lo espera espera en vano.",
    mend: "Nombrar el estado que lo reemplaza y mover allí los registros cuando se sirva la versión por primera vez.",
  },
  find: ({ states }) => states.removed.map((item) => gone(item)),
});
