import { defineMutants } from "../../define-mutants.ts";
import { editingRecords } from "../../faulty-resolver.ts";

export default defineMutants("SVC-RSLV-001", {
  "sends no sign of life": () => {
    const first = new Map<string, string>();
    return editingRecords(({ org_slug, trust }) => {
      if (!first.has(org_slug)) first.set(org_slug, trust.last_seen);
      trust.last_seen = first.get(org_slug);
    });
  },
  "has never been seen": () => editingRecords(({ trust }) => void delete trust.last_seen),
  "counts as inactive": () =>
    editingRecords((record) => {
      record.status = "inactive";
    }),
  "is registered as somebody else": () =>
    editingRecords((record) => {
      record.org_slug = "somebody-else";
    }),
});
