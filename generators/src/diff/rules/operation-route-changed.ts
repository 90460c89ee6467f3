import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation moved from {from} to {to}. */
export const operationRouteChanged = rule({
  id: "operation-route-changed",
  seenBy: "openapi",
  mirror: "operation-route-changed",
  verdict: "breaking",
  hits: ["servers", "clients", "certified nodes"],
  en: {
    what: "The operation moved from {from} to {to}.",
    why: "Callers reach the old route and get 404 or 405.",
    mend: "Answer on both routes for one more version.",
  },
  es: {
    what: "La operación pasó de {from} a {to}.",
    why: "Quien llama usa la ruta anterior y recibe 404 o 405.",
    mend: "Responder en ambas rutas una versión más.",
  },
  find: ({ operations }) =>
    whenFact(operations.kept, ({ method, path }) => `${method} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`),
});
