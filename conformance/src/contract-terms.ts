import { isRecord } from "./json-path.ts";

/** Members that name the contract, and bind nobody. */
const NAMES: readonly string[] = ["id", "service_id", "organization_id", "session_id", "version"];

/** What a contract binds to, without the members that say whose it is. */
export function bindingTerms(contract: unknown): Record<string, unknown> {
  const members = isRecord(contract) ? Object.entries(contract) : [];
  return Object.fromEntries(members.filter(([name]) => !NAMES.includes(name)));
}
