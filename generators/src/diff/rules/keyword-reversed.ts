import { strictness } from "../orders.ts";
import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement says {to}; it said {from}. */
export const keywordReversed = rule({
  id: "keyword-reversed",
  seenBy: "protocol",
  mirror: "keyword-reversed",
  verdict: "breaking",
  hits: ["servers", "clients", "certified nodes"],
  en: {
    what: "The requirement says {to}; it said {from}.",
    why: "What had to be done is forbidden, or the other way round.",
    mend: "Take the requirement out and write a new one under a new id.",
  },
  es: {
    what: "El requisito dice {to}; decía {from}.",
    why: "Lo que debía hacerse se prohíbe, o al revés.",
    mend: "Retirar el requisito y escribir uno nuevo con otro id.",
  },
  find: ({ requirements }) =>
    whenFact(
      requirements.kept,
      ({ keyword }) => keyword,
      (base, head) => strictness(base) === strictness(head) && base !== head,
    ),
});
