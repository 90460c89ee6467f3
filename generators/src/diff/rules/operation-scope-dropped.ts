import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** The scope {name} no longer suffices for the operation. */
export const operationScopeDropped = rule({
  id: "operation-scope-dropped",
  seenBy: "protocol",
  mirror: "operation-scope-added",
  verdict: "breaking",
  hits: ["agents"],
  en: {
    what: "The scope {name} no longer suffices for the operation.",
    why: "Mandates that grant only this scope lose the operation.",
    mend: "Keep accepting it until those mandates expired.",
  },
  es: {
    what: "El alcance {name} ya no basta para la operación.",
    why: "Los mandatos que solo otorgan este alcance pierden la operación.",
    mend: "Seguir aceptándolo hasta que esos mandatos expiren.",
  },
  find: ({ operations }) =>
    whenLost(
      operations.kept.filter(({ head }) => head.node.scopes.length > 0),
      ({ scopes }) => scopes,
    ),
});
