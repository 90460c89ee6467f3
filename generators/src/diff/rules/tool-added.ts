import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation is a tool now: {name}. */
export const toolAdded = rule({
  id: "tool-added",
  seenBy: "protocol",
  mirror: "tool-removed",
  verdict: "compatible",
  hits: ["servers", "agents"],
  en: {
    what: "The operation is a tool now: {name}.",
    why: "Agents can use it; none does yet.",
    mend: "Publish it, and list it in the agent card.",
  },
  es: {
    what: "La operación ahora es una herramienta: {name}.",
    why: "Los agentes pueden usarla; ninguno lo hace todavía.",
    mend: "Publicarla y listarla en la tarjeta de agente.",
  },
  find: ({ operations }) =>
    operations.kept
      .filter(({ base, head }) => !base.node.tool && head.node.tool)
      .map((pair) => changed(pair, { name: pair.head.node.tool?.name ?? "" })),
});
