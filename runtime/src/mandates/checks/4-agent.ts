import { refuse, type Verdict } from "./refuse.ts";

/** Check 4: the agent of the credential is the one that the mandate was given to (SVC-MAND-005). */
export function checkAgent(holder: string, agentId: string): Verdict {
  return holder === agentId ? null : refuse(4, "AGENT_MISMATCH", "The mandate was given to another agent.");
}
