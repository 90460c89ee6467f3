import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Agents act alone under another condition: {to} It was: {from} */
export const operationAgentConditionChanged = rule({
  id: "operation-agent-condition-changed",
  seenBy: "protocol",
  mirror: "operation-agent-condition-changed",
  verdict: "potentially breaking",
  hits: ["servers", "agents"],
  en: {
    what: "Agents act alone under another condition: {to} It was: {from}",
    why: "No program can tell which condition lets more through.",
    mend: "Compare by hand, and change the case that tests it.",
  },
  es: {
    what: "Los agentes actúan solos bajo otra condición: {to} Era: {from}",
    why: "Ningún programa puede decir qué condición deja pasar más.",
    mend: "Comparar a mano y cambiar el caso que la prueba.",
  },
  find: ({ operations }) =>
    whenFact(
      operations.kept,
      ({ agent }) => agent?.condition ?? null,
      (base, head) => base !== null && head !== null && base !== head,
    ),
});
