import { scopes } from "@servicialo/schema/0.8/scopes";
import type { IssueMandate, PrincipalType } from "@servicialo/schema/0.8/types";
import { describe, expect, it } from "vitest";
import { ProtocolError } from "../errors.ts";
import { judgeIssuance, mandateWarnings } from "./mandate-issuance.ts";

const NOW = Date.parse("2026-03-02T11:00:00Z");

const wishOf = (type: PrincipalType, changes: Partial<IssueMandate> = {}): IssueMandate => ({
  principal_id: "one",
  principal_type: type,
  agent_id: "agent_agenda",
  acting_for: type,
  context: "org:clinica-andes",
  scopes: ["service:read"],
  expires_at: "2026-03-03T11:00:00Z",
  ...changes,
});

const judged = (wish: IssueMandate, rest: Partial<Parameters<typeof judgeIssuance>[1]> = {}) => {
  try {
    judgeIssuance(wish, {
      principalType: wish.principal_type,
      principalId: "one",
      ownsContext: true,
      now: NOW,
      ...rest,
    });
    return "issued";
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return [error.code, error.details.pointer].filter((part) => part !== undefined).join(" ");
  }
};

/** The table of the mandates page 6, row by row. */
const GRANTS: Readonly<Record<Exclude<PrincipalType, "organization">, readonly string[]>> = {
  patient: [
    "schedule:read",
    "schedule:write",
    "service:read",
    "service:write",
    "patient:read",
    "patient:write",
    "payment:read",
    "payment:write",
    "document:read",
    "order:read",
    "order:write",
    "mandate:read",
  ],
  professional: [
    "schedule:read",
    "schedule:write",
    "service:read",
    "service:write",
    "evidence:write",
    "document:read",
    "document:write",
    "patient:read",
    "patient:write",
    "resource:read",
    "profile:write",
    "discovery:read",
    "mandate:read",
  ],
};

describe("who may grant what", () => {
  const all = Object.keys(scopes) as (keyof typeof scopes)[];
  const cells = (["patient", "professional", "organization"] as const).flatMap((type) =>
    all.map((scope) => [type, scope] as const),
  );

  it.each(cells)("%s and %s are as the table has them", (type, scope) => {
    const granted = type === "organization" || GRANTS[type].includes(scope);
    expect(judged(wishOf(type, { scopes: [scope] }))).toBe(granted ? "issued" : "FORBIDDEN");
  });

  it("anybody grants a scope of a node's own", () => {
    expect(judged(wishOf("patient", { scopes: ["x-clinical:prescribe"] }))).toBe("issued");
  });

  it("one scope too many refuses them all", () => {
    expect(judged(wishOf("patient", { scopes: ["service:read", "resource:write"] }))).toBe("FORBIDDEN");
  });
});

describe("the issuance of a mandate", () => {
  it("is its principal's own, in a context of its own", () => {
    expect(judged(wishOf("patient"), { principalId: "two" })).toBe("FORBIDDEN");
    expect(judged(wishOf("patient"), { ownsContext: false })).toBe("FORBIDDEN");
  });

  it("gives nobody authority over itself", () => {
    expect(judged(wishOf("patient", { agent_id: "one" }))).toBe("VALIDATION_ERROR /agent_id");
  });

  it("acts for its principal, by the role that the principal has", () => {
    expect(judged(wishOf("patient", { acting_for: "professional" }))).toBe("VALIDATION_ERROR /acting_for");
    expect(judged(wishOf("patient"), { principalType: "professional" })).toBe("VALIDATION_ERROR /principal_type");
  });

  it("ends in the future", () => {
    expect(judged(wishOf("patient", { expires_at: "2026-03-02T11:00:00Z" }))).toBe("VALIDATION_ERROR /expires_at");
    expect(judged(wishOf("patient", { expires_at: "2026-03-02T11:00:01Z" }))).toBe("issued");
    expect(judged(wishOf("patient", { expires_at: "2026-02-30T11:00:00Z" }))).toBe("VALIDATION_ERROR /expires_at");
  });

  it("takes constraints only that mean something", () => {
    const constraints = (value: IssueMandate["constraints"]) =>
      judged(wishOf("patient", value ? { constraints: value } : {}));
    expect(constraints({ allowed_hours: { start: "08:00", end: "20:00", timezone: "Mars/Olympus" } })).toBe(
      "VALIDATION_ERROR /constraints/allowed_hours/timezone",
    );
    expect(constraints({ ip_allowlist: ["203.0.113.0/24", "203.0.113.0/33"] })).toBe(
      "VALIDATION_ERROR /constraints/ip_allowlist/1",
    );
    expect(constraints({ require_confirmation_above: { amount: 10.5, currency: "CLP" } })).toBe(
      "VALIDATION_ERROR /constraints/require_confirmation_above/amount",
    );
    expect(constraints({ require_confirmation_above: { amount: 10.5, currency: "USD" } })).toBe("issued");
  });

  it("is refused for the first reason of several", () => {
    const wish = wishOf("patient", {
      agent_id: "one",
      acting_for: "professional",
      scopes: ["resource:write"],
      expires_at: "2026-01-01T00:00:00Z",
    });
    expect(judged(wish, { principalId: "two" })).toBe("FORBIDDEN");
    expect(judged(wish)).toBe("VALIDATION_ERROR /agent_id");
    expect(judged({ ...wish, agent_id: "agent" })).toBe("VALIDATION_ERROR /acting_for");
    expect(judged({ ...wish, agent_id: "agent", acting_for: "patient" })).toBe("FORBIDDEN");
  });
});

describe("the warnings of a mandate", () => {
  it("tell of a long life, of scopes that open nothing, and of many areas", () => {
    expect(mandateWarnings({ scopes: ["service:read"], expires_at: "2026-05-30T11:00:00Z" }, NOW)).toEqual([]);
    expect(mandateWarnings({ scopes: ["service:read"], expires_at: "2026-06-02T11:00:00Z" }, NOW)).toHaveLength(1);
    expect(mandateWarnings({ scopes: ["discovery:read"], expires_at: "2026-03-03T11:00:00Z" }, NOW)[0]).toContain(
      "discovery:read",
    );
    expect(mandateWarnings({ scopes: ["document:read"], expires_at: "2026-03-03T11:00:00Z" }, NOW)).toEqual([]);
    const all = Object.keys(scopes) as (keyof typeof scopes)[];
    expect(mandateWarnings({ scopes: all, expires_at: "2026-03-03T11:00:00Z" }, NOW)).toHaveLength(2);
  });
});
