import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The examples changed. */
export const examplesChanged = rule({
  id: "examples-changed",
  seenBy: "protocol",
  mirror: "examples-changed",
  verdict: "editorial",
  hits: ["clients"],
  en: {
    what: "The examples changed.",
    why: "People copy examples; nothing decides by them.",
    mend: "Nothing to do.",
  },
  es: {
    what: "Los ejemplos cambiaron.",
    why: "Las personas copian ejemplos; nada decide por ellos.",
    mend: "Nada que hacer.",
  },
  find: ({ definitions }) =>
    whenFact(definitions.kept, ({ examples }) => JSON.stringify(examples)).map(
      ({ from: _, to: __, ...found }) => found,
    ),
});
