import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation now takes a body. */
export const bodyAddedOptional = rule({
  id: "body-added-optional",
  seenBy: "openapi",
  mirror: "body-removed",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "The operation now takes a body.",
    why: "Calls without one work as before.",
    mend: "Read the body where it is sent.",
  },
  es: {
    what: "La operación ahora admite un cuerpo.",
    why: "Las llamadas sin cuerpo funcionan como antes.",
    mend: "Leer el cuerpo cuando llega.",
  },
  find: ({ operations }) =>
    operations.kept
      .filter(({ base, head }) => !base.node.body && head.node.body?.required === false)
      .map((pair) => changed(pair)),
});
