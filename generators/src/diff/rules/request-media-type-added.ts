import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** Bodies of the type {name} are taken too. */
export const requestMediaTypeAdded = rule({
  id: "request-media-type-added",
  seenBy: "openapi",
  mirror: "request-media-type-removed",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "Bodies of the type {name} are taken too.",
    why: "Callers need not use it.",
    mend: "Take the type.",
  },
  es: {
    what: "También se aceptan cuerpos del tipo {name}.",
    why: "Nadie está obligado a usarlo.",
    mend: "Aceptar el tipo.",
  },
  find: ({ operations }) =>
    whenGained(
      operations.kept.filter(({ base }) => base.node.body),
      ({ body }) => body?.contentTypes ?? [],
    ),
});
