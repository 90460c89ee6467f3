import { rule } from "../rule.ts";

/** There is a default now: {to}. */
export const defaultAdded = rule({
  id: "default-added",
  seenBy: "openapi",
  mirror: "default-removed",
  verdict: "potentially breaking",
  hits: ["servers", "clients", "agents"],
  en: {
    what: "There is a default now: {to}.",
    why: "Whoever leaves the member out gets something in particular, where it was open before.",
    mend: "Choose the default that does what nodes did so far.",
  },
  es: {
    what: "Ahora hay un valor por defecto: {to}.",
    why: "Quien omite el miembro obtiene algo concreto, donde antes quedaba abierto.",
    mend: "Elegir el valor que hace lo que los nodos hacían.",
  },
  find: ({ schema }) => schema("default-added"),
});
