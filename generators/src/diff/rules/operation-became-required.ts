import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** No node conforms without the operation any more. */
export const operationBecameRequired = rule({
  id: "operation-became-required",
  seenBy: "protocol",
  mirror: "operation-no-longer-required",
  verdict: "breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "No node conforms without the operation any more.",
    why: "A node that lacks it loses every level.",
    mend: "Announce it one version ahead with a SHOULD.",
  },
  es: {
    what: "Ningún nodo cumple ya sin la operación.",
    why: "Un nodo que no la tiene pierde todos los niveles.",
    mend: "Anunciarlo una versión antes con un SHOULD.",
  },
  find: ({ operations }) =>
    whenFact(
      operations.kept,
      ({ required }) => required,
      (_, head) => head,
    ).filter(({ from }) => from === "false"),
});
