import { rule } from "../rule.ts";

/** There is a new optional property. */
export const propertyAddedOptional = rule({
  id: "property-added-optional",
  seenBy: "openapi",
  mirror: "property-removed",
  verdict: "compatible",
  hits: { request: ["servers"], response: ["servers", "certified nodes"] },
  en: {
    what: "There is a new optional property.",
    why: "Objects are open: who does not know it passes over it.",
    mend: "Take it, or send it, where it means something. In a closed object, open the object first.",
  },
  es: {
    what: "Hay una propiedad opcional nueva.",
    why: "Los objetos son abiertos: quien no la conoce la pasa por alto.",
    mend: "Aceptarla, o enviarla, donde signifique algo. En un objeto cerrado, abrir antes el objeto.",
  },
  find: ({ schema }) =>
    schema("property-added-optional").map((change) =>
      change.direction === "response" && change.inClosedObject ? { ...change, verdict: "breaking" } : change,
    ),
});
