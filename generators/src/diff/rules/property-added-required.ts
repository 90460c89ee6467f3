import { rule } from "../rule.ts";

/** There is a new property, and it is required. */
export const propertyAddedRequired = rule({
  id: "property-added-required",
  seenBy: "openapi",
  mirror: "property-removed",
  verdict: { request: "breaking", response: "compatible" },
  hits: { request: ["clients", "agents"], response: ["servers", "certified nodes"] },
  en: {
    what: "There is a new property, and it is required.",
    why: "Requests that are written today lack it and are refused; answers only hold more.",
    mend: "In a request, make it optional with a default that does what was done before.",
  },
  es: {
    what: "Hay una propiedad nueva y es obligatoria.",
    why: "A las peticiones escritas hoy les falta y se rechazan; las respuestas solo traen más.",
    mend: "En una petición, hacerla opcional, con un valor por defecto que haga lo de antes.",
  },
  find: ({ schema }) =>
    schema("property-added-required").map((change) =>
      change.direction === "response" && change.inClosedObject ? { ...change, verdict: "breaking" } : change,
    ),
});
