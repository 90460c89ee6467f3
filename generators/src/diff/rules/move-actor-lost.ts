import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** The {name} may not make the move any more. */
export const moveActorLost = rule({
  id: "move-actor-lost",
  seenBy: "protocol",
  mirror: "move-actor-gained",
  verdict: "breaking",
  hits: ["clients", "agents", "certified nodes"],
  en: {
    what: "The {name} may not make the move any more.",
    why: "Their calls are refused with 403.",
    mend: "Let them ask for it instead, and let another party make it.",
  },
  es: {
    what: "La parte {name} ya no puede hacer el movimiento.",
    why: "Sus llamadas se rechazan con 403.",
    mend: "Dejar que lo pidan y que otra parte lo haga.",
  },
  find: ({ moves }) => whenLost(moves.kept, ({ by }) => by),
});
