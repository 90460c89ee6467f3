import { isDeadline } from "../orders.ts";
import { rule } from "../rule.ts";

/** The range of the deadline moved: {to}, it was {from}. */
export const deadlineRangeChanged = rule({
  id: "deadline-range-changed",
  seenBy: "protocol",
  mirror: "deadline-range-changed",
  verdict: "breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The range of the deadline moved: {to}, it was {from}.",
    why: "Contracts that were agreed under the old range still run, and a node that holds the new one decides about them too early, too late or not at all.",
    mend: "Apply the new range to new contracts only; a session keeps the contract it was booked under.",
  },
  es: {
    what: "El rango del plazo cambió: {to}, era {from}.",
    why: "Los contratos acordados bajo el rango anterior siguen vigentes, y un nodo con el nuevo decide sobre ellos antes, después o nunca.",
    mend: "Aplicar el rango nuevo solo a contratos nuevos; una sesión conserva el contrato con que se reservó.",
  },
  find: ({ schema }) => {
    const moved = [...schema("number-range-narrowed"), ...schema("number-range-widened")].filter(({ property }) =>
      isDeadline(property),
    );
    return [
      ...new Map(moved.map(({ direction: _, ...change }) => [`${change.subject} ${change.to}`, change])).values(),
    ];
  },
});
