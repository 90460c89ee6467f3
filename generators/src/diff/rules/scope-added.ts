import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new scope. */
export const scopeAdded = rule({
  id: "scope-added",
  seenBy: "protocol",
  mirror: "scope-removed",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "There is a new scope.",
    why: "No mandate grants it yet.",
    mend: "Offer it where mandates are granted.",
  },
  es: {
    what: "Hay un alcance nuevo.",
    why: "Ningún mandato lo otorga todavía.",
    mend: "Ofrecerlo donde se otorgan mandatos.",
  },
  find: ({ scopes }) => scopes.added.map((item) => came(item)),
});
