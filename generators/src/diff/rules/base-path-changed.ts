import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The base path is {to} instead of {from}. */
export const basePathChanged = rule({
  id: "base-path-changed",
  seenBy: "openapi",
  mirror: "base-path-changed",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The base path is {to} instead of {from}.",
    why: "Every call goes to the old place.",
    mend: "Redirect, or serve both paths until every card names the new one.",
  },
  es: {
    what: "La ruta base es {to} en lugar de {from}.",
    why: "Todas las llamadas van al lugar anterior.",
    mend: "Redirigir, o servir ambas rutas hasta que cada tarjeta nombre la nueva.",
  },
  find: ({ operations }) => whenFact(operations.kept, ({ basePath }) => basePath),
});
