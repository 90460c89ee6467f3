import { isRecord } from "../json-path.ts";

/** The two documents that go by the name of agent card (errors page E-07). */
export type CardKind = "servicialo" | "a2a";

/** Members that only one of the two has. */
const TELLING: Readonly<Record<CardKind, readonly string[]>> = {
  servicialo: ["organization", "services", "endpoints", "authentication"],
  a2a: ["skills", "url", "supportedInterfaces", "defaultInputModes", "securitySchemes"],
};

/**
 * Which of the two a document is, by the members that it has; by its address when they do not tell. Either may hold
 * members of the other for readers who expect that one (channels 4.1), so the majority decides, and `organization` first.
 */
export function kindOf(document: unknown, url: string): CardKind {
  const members = isRecord(document) ? document : {};
  if (isRecord(members.organization)) return "servicialo";
  const count = (kind: CardKind) => TELLING[kind].filter((member) => members[member] !== undefined).length;
  const [ours, theirs] = [count("servicialo"), count("a2a")];
  if (ours !== theirs) return ours > theirs ? "servicialo" : "a2a";
  const { pathname } = new URL(url);
  const isA2a = pathname.endsWith("/agent-card.json") || pathname.includes("/servicialo/v1/");
  return isA2a ? "a2a" : "servicialo";
}
