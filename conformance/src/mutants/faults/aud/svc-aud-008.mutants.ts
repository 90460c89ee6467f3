import { NO_HASH } from "../../../audit-trail.ts";
import { canonicalDigest } from "../../../canonical-json.ts";
import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editing } from "../../faulty.ts";
import { editingEntries, editingTrails } from "../../faulty-mandates.ts";
import type { Fault } from "../../mutant-call.ts";

const isSecond = ({ seq }: Editable) => seq === 2;

export default defineMutants("SVC-AUD-008", {
  "changes an entry": () =>
    editingEntries((entry) => {
      if (isSecond(entry)) entry.action_result = "failure";
    }),
  "changes an entry, and its hash with it": () =>
    editingEntries((entry) => {
      if (!isSecond(entry)) return;
      const { hash: _, ...content } = { ...entry, action_result: "failure" };
      Object.assign(entry, content, { hash: canonicalDigest(content) });
    }),
  "loses an entry": () => editingTrails((entries) => entries.filter((entry) => !isSecond(entry))),
  "loses an entry, and numbers the others anew": () =>
    editingTrails((entries) =>
      entries
        .filter((entry) => !isSecond(entry))
        .map((entry) => ({ ...entry, seq: entry.seq > 2 ? entry.seq - 1 : entry.seq })),
    ),
  "loses its last entry": () => editingTrails((entries) => entries.slice(1)),
  "puts two entries in each other's place": () =>
    editingEntries((entry) => {
      if (entry.seq === 2 || entry.seq === 3) entry.seq = 5 - entry.seq;
    }),
  "begins its chain anywhere": () =>
    editingEntries((entry) => {
      if (entry.seq === 1) entry.prev_hash = canonicalDigest("the beginning");
    }),
  "names the entry before the last as its head": () =>
    editing("mandates.audit", ({ meta, data }) => {
      const { seq, hash } = data[1].attributes;
      meta.head = { seq, hash };
    }),
  "leaves the result out of what it hashes": () => rehashing(({ action_result: _, ...content }) => content),
  "hashes the text of an entry as it happens to be written": () =>
    rehashing((content) => JSON.stringify(Object.entries(content).reverse())),
  "hashes entries without the one before": () => rehashing(({ prev_hash: _, ...content }) => content),
});

/** Chains its entries by another digest, without a gap. */
function rehashing(contentOf: (entry: Editable) => unknown): Fault {
  return editingTrails((entries) => {
    let previous = NO_HASH;
    const chained = [];
    for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
      const { hash: _, ...content } = { ...entry, prev_hash: previous };
      previous = canonicalDigest(contentOf(content));
      chained.unshift({ ...content, hash: previous });
    }
    return chained;
  });
}
