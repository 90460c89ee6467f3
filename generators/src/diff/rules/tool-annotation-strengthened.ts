import { takenBackHints } from "../orders.ts";
import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The tool promises more: {name}. */
export const toolAnnotationStrengthened = rule({
  id: "tool-annotation-strengthened",
  seenBy: "protocol",
  mirror: "tool-annotation-weakened",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "The tool promises more: {name}.",
    why: "Agents may call it more freely.",
    mend: "Check that the node keeps the promise.",
  },
  es: {
    what: "La herramienta promete más: {name}.",
    why: "Los agentes pueden llamarla con más libertad.",
    mend: "Comprobar que el nodo cumple la promesa.",
  },
  find: ({ operations }) =>
    operations.kept.flatMap((pair) =>
      takenBackHints(pair.head.node.tool, pair.base.node.tool).map((name) => changed(pair, { name })),
    ),
});
