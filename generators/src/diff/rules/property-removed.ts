import { rule } from "../rule.ts";

/** The property is gone. */
export const propertyRemoved = rule({
  id: "property-removed",
  seenBy: "openapi",
  mirror: "property-added-required",
  verdict: { request: "potentially breaking", response: "breaking" },
  hits: { request: ["clients", "agents"], response: ["clients", "agents"] },
  en: {
    what: "The property is gone.",
    why: "What callers send is ignored; what they read is missing.",
    mend: "Keep it for one more version; while it was optional, readers should have a way without it.",
  },
  es: {
    what: "La propiedad ya no existe.",
    why: "Lo que se envía se ignora; lo que se lee falta.",
    mend: "Mantenerla una versión más; mientras fue opcional, los lectores deberían poder prescindir de ella.",
  },
  find: ({ schema }) =>
    schema("property-removed").map((change) => {
      if (change.direction === "request") return change.inClosedObject ? { ...change, verdict: "breaking" } : change;
      return change.wasRequired ? change : { ...change, verdict: "potentially breaking" };
    }),
});
