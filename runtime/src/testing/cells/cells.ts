import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { type Scope, scopes } from "@servicialo/schema/0.8/scopes";
import { judgeIssuance } from "../../rules/mandate-issuance.ts";
import type { PrincipalKind } from "../agents.ts";

export type Tenant = "own" | "foreign";

/** Who calls: a stranger, a party, or an agent of a party that holds a single scope. */
export interface CellCaller {
  readonly type: "nobody" | PrincipalKind;
  readonly tenant: Tenant;
  /** Null: not an agent. */
  readonly scope: Scope | null;
}

export interface Cell {
  readonly operationId: OperationId;
  readonly caller: CellCaller;
}

const KINDS = { client: "patient", provider: "professional", organization: "organization" } as const;

export const TYPES = Object.keys(KINDS) as PrincipalKind[];
export const TENANTS: readonly Tenant[] = ["own", "foreign"];

/** Every caller there is: everybody once, and an agent for every scope that its principal can grant. */
export const CALLERS: readonly CellCaller[] = [
  { type: "nobody", tenant: "foreign", scope: null },
  ...TYPES.flatMap((type) => TENANTS.map((tenant) => ({ type, tenant, scope: null }))),
  ...TYPES.flatMap((type) => TENANTS.flatMap((tenant) => grantableBy(type).map((scope) => ({ type, tenant, scope })))),
];

/** How a caller is told from the others. */
export function nameOf({ type, tenant, scope }: CellCaller): string {
  if (type === "nobody") return "nobody";
  return `${scope === null ? "" : `agent with ${scope} of `}the ${tenant} ${type}`;
}

/** Whether what an operation asks for is somebody's affair at all. */
export function isGuarded(id: OperationId): boolean {
  return ["credential", "principal", "administrator"].includes(operations[id].tier);
}

function grantableBy(type: PrincipalKind): Scope[] {
  return (Object.keys(scopes) as Scope[]).filter((scope) => {
    const kind = KINDS[type];
    const wish = { principal_id: "p", principal_type: kind, acting_for: kind, agent_id: "a", context: "org:x" };
    const end = { scopes: [scope], expires_at: "2026-03-03T08:00:00Z" };
    const issuance = {
      principalType: kind,
      principalId: "p",
      ownsContext: true,
      now: Date.parse("2026-03-02T08:00:00Z"),
    };
    try {
      judgeIssuance({ ...wish, ...end }, issuance);
      return true;
    } catch {
      return false;
    }
  });
}
