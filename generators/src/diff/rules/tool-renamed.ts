import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The tool is called {to} instead of {from}. */
export const toolRenamed = rule({
  id: "tool-renamed",
  seenBy: "protocol",
  mirror: null,
  verdict: "breaking",
  hits: ["agents"],
  en: {
    what: "The tool is called {to} instead of {from}.",
    why: "Agents, prompts and mandates hold the old name.",
    mend: "Answer under both names for one more version.",
  },
  es: {
    what: "La herramienta se llama {to} en lugar de {from}.",
    why: "Agentes, instrucciones y mandatos guardan el nombre anterior.",
    mend: "Responder bajo ambos nombres una versión más.",
  },
  find: ({ operations }) =>
    whenFact(
      operations.kept.filter(({ base, head }) => base.node.tool && head.node.tool),
      ({ tool }) => tool?.name ?? "",
    ),
});
