import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** Bodies of the type {name} are no longer taken. */
export const requestMediaTypeRemoved = rule({
  id: "request-media-type-removed",
  seenBy: "openapi",
  mirror: "request-media-type-added",
  verdict: "breaking",
  hits: ["clients"],
  en: {
    what: "Bodies of the type {name} are no longer taken.",
    why: "Calls that send it get 415.",
    mend: "Keep taking the type.",
  },
  es: {
    what: "Ya no se aceptan cuerpos del tipo {name}.",
    why: "Las llamadas que lo envían reciben 415.",
    mend: "Seguir aceptando el tipo.",
  },
  find: ({ operations }) =>
    whenLost(
      operations.kept.filter(({ head }) => head.node.body),
      ({ body }) => body?.contentTypes ?? [],
    ),
});
