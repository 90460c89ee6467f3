import { refuse, type Verdict } from "./refuse.ts";

/** Check 5: one of the scopes that the operation asks for is held; none implies another (SVC-MAND-006, SVC-MAND-007). */
export function checkScope(held: readonly string[], asked: readonly string[], operation: string): Verdict {
  if (asked.some((scope) => held.includes(scope))) return null;
  const wanted = asked.length === 0 ? "no agent may be given" : asked.map((scope) => `"${scope}"`).join(" or ");
  return refuse(
    5,
    "SCOPE_INSUFFICIENT",
    `${operation} asks for ${wanted}, which the mandate does not grant. Ask its principal.`,
    {
      scopes: asked,
    },
  );
}
