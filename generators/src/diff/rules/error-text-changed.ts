import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The error says "{to}" instead of "{from}". */
export const errorTextChanged = rule({
  id: "error-text-changed",
  seenBy: "protocol",
  mirror: "error-text-changed",
  verdict: "editorial",
  hits: ["clients"],
  en: {
    what: 'The error says "{to}" instead of "{from}".',
    why: "People read the text; programs go by the code.",
    mend: "Nothing to do.",
  },
  es: {
    what: "El error dice «{to}» en lugar de «{from}».",
    why: "Las personas leen el texto; los programas miran el código.",
    mend: "Nada que hacer.",
  },
  find: ({ errors }) => whenFact(errors.kept, ({ title, when }) => `${title}: ${when}`),
});
