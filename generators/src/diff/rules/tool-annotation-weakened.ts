import { takenBackHints } from "../orders.ts";
import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The tool takes a promise back: {name}. */
export const toolAnnotationWeakened = rule({
  id: "tool-annotation-weakened",
  seenBy: "protocol",
  mirror: "tool-annotation-strengthened",
  verdict: "potentially breaking",
  hits: ["agents"],
  en: {
    what: "The tool takes a promise back: {name}.",
    why: "Agents that called it without asking, because it was harmless or could be repeated, do harm now.",
    mend: "Publish a second tool for the harmful part and keep the promise of this one.",
  },
  es: {
    what: "La herramienta retira una promesa: {name}.",
    why: "Los agentes que la llamaban sin preguntar, por inofensiva o repetible, ahora hacen daño.",
    mend: "Publicar otra herramienta para la parte dañina y mantener la promesa de esta.",
  },
  find: ({ operations }) =>
    operations.kept.flatMap((pair) =>
      takenBackHints(pair.base.node.tool, pair.head.node.tool).map((name) => changed(pair, { name })),
    ),
});
