import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation has a new id, {to} instead of {from}. */
export const operationRenamed = rule({
  id: "operation-renamed",
  seenBy: "openapi",
  mirror: null,
  verdict: "potentially breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The operation has a new id, {to} instead of {from}.",
    why: "The route may still work, but handlers, capability lists and mandates name operations by id.",
    mend: "Accept the former id for one more version.",
  },
  es: {
    what: "La operación tiene un id nuevo, {to} en lugar de {from}.",
    why: "La ruta puede seguir funcionando, pero manejadores, listas de capacidades y mandatos nombran las operaciones por id.",
    mend: "Aceptar el id anterior una versión más.",
  },
  find: ({ operations }) => whenFact(operations.kept, ({ id }) => id),
});
