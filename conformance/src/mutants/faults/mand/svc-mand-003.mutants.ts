import { defineMutants } from "../../define-mutants.ts";
import { allowing, editing, renaming } from "../../faulty.ts";
import { asTheHouse, byAgent, claimOf, ignoring } from "../../faulty-mandates.ts";

export default defineMutants("SVC-MAND-003", {
  "honours a revoked mandate": () => ignoring("MANDATE_EXPIRED"),
  "notices a revocation one call late": () => {
    const cached = new Set<unknown>();
    return allowing(byAgent(), "MANDATE_EXPIRED", (call) => {
      const { mandate_id: id } = claimOf(call);
      if (cached.has(id)) return null;
      cached.add(id);
      return asTheHouse(call);
    });
  },
  "lets a revoked mandate write": () => ignoring("MANDATE_EXPIRED", { which: byAgent("lifecycle.transition") }),
  "calls a revoked mandate suspended": () =>
    renaming(byAgent(), "MANDATE_EXPIRED", { code: "MANDATE_SUSPENDED", status: 403 }),
  "does not say since when a mandate is revoked": () =>
    editing("mandates.revoke", ({ data }) => void delete data.attributes.revoked_at),
});
