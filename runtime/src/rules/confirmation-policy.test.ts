import { describe, expect, it } from "vitest";
import { bothAcknowledged, type ConfirmingParty, confirmationsMissing } from "./confirmation-policy.ts";

describe("who has to confirm (P-03)", () => {
  it.each([
    ["any", ["client"], []],
    ["any", ["provider"], []],
    ["auto", ["client"], []],
    ["client", ["client"], []],
    ["client", ["provider"], ["client"]],
    ["provider", ["provider"], []],
    ["provider", ["client"], ["provider"]],
    ["both", ["client"], ["provider"]],
    ["both", ["provider"], ["client"]],
    ["both", ["client", "provider"], []],
  ] as const)("under %s after %j: %j is missing", (policy, confirmed, missing) => {
    expect(confirmationsMissing(policy, new Set<ConfirmingParty>(confirmed))).toEqual(missing);
  });
});

describe("acknowledgements on record", () => {
  it("let an agent confirm alone when both parties gave one that still counts", () => {
    const client = { party: "client", clearedAt: null } as const;
    const provider = { party: "provider", clearedAt: null } as const;
    expect(bothAcknowledged([client, provider])).toBe(true);
    expect(bothAcknowledged([client, client])).toBe(false);
    expect(bothAcknowledged([client, { ...provider, clearedAt: 5 }])).toBe(false);
    expect(bothAcknowledged([])).toBe(false);
  });
});
