import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The body is optional now. */
export const bodyBecameOptional = rule({
  id: "body-became-optional",
  seenBy: "openapi",
  mirror: "body-became-required",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "The body is optional now.",
    why: "Calls with a body work as before.",
    mend: "Answer calls without one.",
  },
  es: {
    what: "El cuerpo ahora es opcional.",
    why: "Las llamadas con cuerpo funcionan como antes.",
    mend: "Responder a las llamadas sin cuerpo.",
  },
  find: ({ operations }) =>
    operations.kept
      .filter(({ base, head }) => base.node.body?.required && head.node.body?.required === false)
      .map((pair) => changed(pair)),
});
