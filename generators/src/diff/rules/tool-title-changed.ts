import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The tool is shown as "{to}", it was "{from}". */
export const toolTitleChanged = rule({
  id: "tool-title-changed",
  seenBy: "protocol",
  mirror: "tool-title-changed",
  verdict: "editorial",
  hits: ["agents"],
  en: {
    what: 'The tool is shown as "{to}", it was "{from}".',
    why: "People read the title; nothing decides by it.",
    mend: "Nothing to do.",
  },
  es: {
    what: "La herramienta se muestra como «{to}», era «{from}».",
    why: "Las personas leen el título; nada decide por él.",
    mend: "Nada que hacer.",
  },
  find: ({ operations }) =>
    whenFact(
      operations.kept,
      ({ tool }) => tool?.title ?? null,
      (base, head) => base !== null && head !== null && base !== head,
    ),
});
