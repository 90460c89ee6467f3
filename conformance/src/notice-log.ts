import type { CaseContext } from "./case-context.ts";
import { isRecord, pickList, walkJson } from "./json-path.ts";
import { Unmet } from "./verdict.ts";

/** An extension that shows the events of a session in order, notices to parties among them. */
const EVENT_LOG = "x-events";

/** A notice to a party, as a node's log shows it. */
export interface NoticeView {
  readonly recipientId: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

/**
 * Notices about a session, from the log of the node.
 * @throws Unmet when the node declares no log that shows whom it notifies
 */
export async function noticesOf(context: CaseContext, sessionId: string): Promise<readonly NoticeView[]> {
  const extensions = pickList((await context.world.capabilities())?.attributes, "extensions");
  if (!extensions.includes(EVENT_LOG))
    throw new Unmet("the node declares no log in its extensions that shows whom it notifies of what");
  const target = `/sessions/${encodeURIComponent(sessionId)}/${EVENT_LOG}?limit=100`;
  const answer = await context.node.raw({ method: "GET", target, as: "organization" });
  if (answer.status !== 200) throw new Unmet(`the log of the session answered ${answer.describe()}`, "FAIL");
  return pickList(answer.body, "data").filter(isRecord).flatMap(noticesIn);
}

/** Every recipient that an entry names. */
function noticesIn(entry: Record<string, unknown>): readonly NoticeView[] {
  const found: NoticeView[] = [];
  walkJson(entry, (path, value) => {
    if (path.endsWith("/recipient") && isRecord(value) && typeof value.id === "string")
      found.push({ recipientId: value.id, entry });
  });
  return found;
}

/** Notices to one party. */
export async function noticesTo(context: CaseContext, sessionId: string, recipientId: string): Promise<number> {
  return (await noticesOf(context, sessionId)).filter((notice) => notice.recipientId === recipientId).length;
}
