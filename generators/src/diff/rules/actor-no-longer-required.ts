import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** A call need not say who acts any more. */
export const actorNoLongerRequired = rule({
  id: "actor-no-longer-required",
  seenBy: "protocol",
  mirror: "actor-became-required",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "A call need not say who acts any more.",
    why: "Calls that name an actor work as before.",
    mend: "Record the holder of the credential where no actor is named.",
  },
  es: {
    what: "Una llamada ya no debe decir quién actúa.",
    why: "Las llamadas que nombran un actor funcionan como antes.",
    mend: "Registrar al titular de la credencial donde no se nombre actor.",
  },
  find: ({ operations }) =>
    whenFact(
      operations.kept,
      ({ actor }) => actor,
      (base, head) => base === "required" && head !== "required",
    ),
});
