import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new operation. */
export const operationAdded = rule({
  id: "operation-added",
  seenBy: "openapi",
  mirror: "operation-removed",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "There is a new operation.",
    why: "Nobody calls it yet.",
    mend: "Serve it where its level demands it, and list it in the capabilities once it works.",
  },
  es: {
    what: "Hay una operación nueva.",
    why: "Nadie la llama todavía.",
    mend: "Servirla donde su nivel lo exija y listarla en las capacidades cuando funcione.",
  },
  find: ({ operations }) => operations.added.map((item) => came(item)),
});
