import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** A node can conform without the operation. */
export const operationNoLongerRequired = rule({
  id: "operation-no-longer-required",
  seenBy: "protocol",
  mirror: "operation-became-required",
  verdict: "compatible",
  hits: ["clients", "agents"],
  en: {
    what: "A node can conform without the operation.",
    why: "Nodes need do nothing; callers should look into the capabilities.",
    mend: "Look it up in the capabilities before the call.",
  },
  es: {
    what: "Un nodo puede cumplir sin la operación.",
    why: "Los nodos no deben hacer nada; conviene mirar las capacidades.",
    mend: "Buscarla en las capacidades antes de llamar.",
  },
  find: ({ operations }) =>
    whenFact(
      operations.kept,
      ({ required }) => required,
      (base) => base,
    ).filter(({ to }) => to === "false"),
});
