import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The body is required now. */
export const bodyBecameRequired = rule({
  id: "body-became-required",
  seenBy: "openapi",
  mirror: "body-became-optional",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The body is required now.",
    why: "Calls without one are refused.",
    mend: "Leave it optional, with a default for each member.",
  },
  es: {
    what: "El cuerpo ahora es obligatorio.",
    why: "Las llamadas sin cuerpo se rechazan.",
    mend: "Dejarlo opcional, con un valor por defecto para cada miembro.",
  },
  find: ({ operations }) =>
    operations.kept
      .filter(({ base, head }) => base.node.body?.required === false && head.node.body?.required)
      .map((pair) => changed(pair)),
});
