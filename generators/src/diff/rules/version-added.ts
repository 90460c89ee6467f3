import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new version. */
export const versionAdded = rule({
  id: "version-added",
  seenBy: "protocol",
  mirror: "version-removed",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "There is a new version.",
    why: "Nobody asks for it yet.",
    mend: "Serve it beside the others once it is no draft any more.",
  },
  es: {
    what: "Hay una versión nueva.",
    why: "Nadie la pide todavía.",
    mend: "Servirla junto a las otras cuando deje de ser borrador.",
  },
  find: ({ versions }) => versions.added.map((item) => came(item)),
});
