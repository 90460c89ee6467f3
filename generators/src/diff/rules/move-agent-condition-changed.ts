import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Agents make the move alone under another condition: {to} It was: {from} */
export const moveAgentConditionChanged = rule({
  id: "move-agent-condition-changed",
  seenBy: "protocol",
  mirror: "move-agent-condition-changed",
  verdict: "potentially breaking",
  hits: ["servers", "agents"],
  en: {
    what: "Agents make the move alone under another condition: {to} It was: {from}",
    why: "No program can tell which condition lets more through.",
    mend: "Compare by hand, and change the case that tests it.",
  },
  es: {
    what: "Los agentes hacen el movimiento solos bajo otra condición: {to} Era: {from}",
    why: "Ningún programa puede decir qué condición deja pasar más.",
    mend: "Comparar a mano y cambiar el caso que la prueba.",
  },
  find: ({ moves }) =>
    whenFact(
      moves.kept,
      ({ agentCondition }) => agentCondition,
      (base, head) => base !== null && head !== null && base !== head,
    ),
});
