import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Every call must say who acts. */
export const actorBecameRequired = rule({
  id: "actor-became-required",
  seenBy: "protocol",
  mirror: "actor-no-longer-required",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "Every call must say who acts.",
    why: "Calls without an actor are refused.",
    mend: "Take the holder of the credential for the actor where none is named.",
  },
  es: {
    what: "Toda llamada debe decir quién actúa.",
    why: "Las llamadas sin actor se rechazan.",
    mend: "Tomar al titular de la credencial por actor donde no se nombre ninguno.",
  },
  find: ({ operations }) =>
    whenFact(
      operations.kept,
      ({ actor }) => actor,
      (base, head) => base !== "required" && head === "required",
    ),
});
