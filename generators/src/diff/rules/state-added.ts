import { ledToEnd } from "../orders.ts";
import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new state. */
export const stateAdded = rule({
  id: "state-added",
  seenBy: "protocol",
  mirror: "state-removed",
  verdict: "potentially breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "There is a new state.",
    why: "Callers that decide by state do not know what to do in it.",
    mend: "Show it to callers of the old version as the state that comes nearest.",
  },
  es: {
    what: "Hay un estado nuevo.",
    why: "Quien decide por estado no sabe qué hacer en él.",
    mend: "Mostrarlo a la versión anterior como el estado más cercano.",
  },
  find: ({ states }) => states.added.filter(({ node }) => !ledToEnd(node)).map((item) => came(item)),
});
