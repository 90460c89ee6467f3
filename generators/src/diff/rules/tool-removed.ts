import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation is no tool any more. */
export const toolRemoved = rule({
  id: "tool-removed",
  seenBy: "protocol",
  mirror: "tool-added",
  verdict: "breaking",
  hits: ["agents"],
  en: {
    what: "The operation is no tool any more.",
    why: "Agents that reach a node through tools cannot do this at all.",
    mend: "Keep the tool for one more version, or name in the doc comment the tool that replaces it.",
  },
  es: {
    what: "La operación ya no es una herramienta.",
    why: "Los agentes que llegan al nodo por herramientas no pueden hacerlo de ningún modo.",
    mend: "Mantener la herramienta una versión más, o nombrar en el comentario la que la reemplaza.",
  },
  find: ({ operations }) =>
    operations.kept
      .filter(({ base, head }) => base.node.tool && !head.node.tool)
      .map((pair) => changed(pair, { name: pair.base.node.tool?.name ?? "" })),
});
