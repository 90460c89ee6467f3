import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move cannot be undone any more. */
export const moveBecameIrreversible = rule({
  id: "move-became-irreversible",
  seenBy: "protocol",
  mirror: "move-became-reversible",
  verdict: "breaking",
  hits: ["clients", "agents", "certified nodes"],
  en: {
    what: "The move cannot be undone any more.",
    why: "Agents and people who tried things out cannot go back, and a confirmation may be needed now.",
    mend: "Ask for a confirmation before the move.",
  },
  es: {
    what: "El movimiento ya no puede deshacerse.",
    why: "Agentes y personas que probaban no pueden volver, y puede hacer falta una confirmación.",
    mend: "Pedir una confirmación antes del movimiento.",
  },
  find: ({ moves }) =>
    whenFact(
      moves.kept,
      ({ irreversible }) => irreversible,
      (base, head) => !base && head,
    ),
});
