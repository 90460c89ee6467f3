import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** The scope {name} suffices for the operation too. */
export const operationScopeAdded = rule({
  id: "operation-scope-added",
  seenBy: "protocol",
  mirror: "operation-scope-dropped",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The scope {name} suffices for the operation too.",
    why: "Mandates that grant it allow more than when they were granted.",
    mend: "Tell principals, whose mandates now reach further.",
  },
  es: {
    what: "El alcance {name} también basta para la operación.",
    why: "Los mandatos que lo otorgan permiten más que cuando se otorgaron.",
    mend: "Avisar a los mandantes, cuyos mandatos ahora llegan más lejos.",
  },
  find: ({ operations }) =>
    whenGained(
      operations.kept.filter(({ base }) => base.node.scopes.length > 0),
      ({ scopes }) => scopes,
    ),
});
