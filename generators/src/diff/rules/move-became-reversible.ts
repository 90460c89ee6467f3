import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move can be undone. */
export const moveBecameReversible = rule({
  id: "move-became-reversible",
  seenBy: "protocol",
  mirror: "move-became-irreversible",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The move can be undone.",
    why: "Who took it for final may see it undone.",
    mend: "Offer the way back, and tell the other party.",
  },
  es: {
    what: "El movimiento puede deshacerse.",
    why: "Quien lo tomó por definitivo puede verlo deshecho.",
    mend: "Ofrecer el camino de vuelta y avisar a la otra parte.",
  },
  find: ({ moves }) =>
    whenFact(
      moves.kept,
      ({ irreversible }) => irreversible,
      (base, head) => base && !head,
    ),
});
