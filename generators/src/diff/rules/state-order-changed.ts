import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The state is number {to} of the core states, it was {from}. */
export const stateOrderChanged = rule({
  id: "state-order-changed",
  seenBy: "protocol",
  mirror: "state-order-changed",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The state is number {to} of the core states, it was {from}.",
    why: "Core states are passed strictly in order: another order is another life.",
    mend: "Keep the order, and add an optional state beside it.",
  },
  es: {
    what: "El estado es el número {to} del núcleo, era {from}.",
    why: "Los estados del núcleo se pasan estrictamente en orden: otro orden es otra vida.",
    mend: "Mantener el orden y agregar un estado opcional al lado.",
  },
  find: ({ states }) => whenFact(states.kept, ({ order }) => order),
});
