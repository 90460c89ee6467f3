import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation now needs a body. */
export const bodyAddedRequired = rule({
  id: "body-added-required",
  seenBy: "openapi",
  mirror: "body-removed",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The operation now needs a body.",
    why: "Calls without one are refused.",
    mend: "Make the body optional.",
  },
  es: {
    what: "La operación ahora exige un cuerpo.",
    why: "Las llamadas sin cuerpo se rechazan.",
    mend: "Hacer el cuerpo opcional.",
  },
  find: ({ operations }) =>
    operations.kept
      .filter(({ base, head }) => !base.node.body && head.node.body?.required)
      .map((pair) => changed(pair)),
});
