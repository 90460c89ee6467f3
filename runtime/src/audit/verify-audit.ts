import type { Tx } from "../storage/open-database.ts";
import type { AuditAnchorRow, AuditEntryRow, MandateRow } from "../storage/rows.ts";
import { anchorHash, NO_HASH } from "./append-entry.ts";
import { entryHash } from "./entry-document.ts";

/** What is wrong with the trail, and where. */
export interface AuditFault {
  readonly organizationId: string;
  readonly mandateId: string | null;
  /** Place in the chain of the mandate, or of the organization's anchors when there is no mandate. */
  readonly seq: number | null;
  readonly what: string;
}

/** What was looked at, and what was found. The heads can be noted elsewhere and compared later. */
export interface AuditReport {
  readonly entries: number;
  readonly mandates: number;
  readonly heads: readonly { readonly organizationId: string; readonly seq: number; readonly hash: string }[];
  readonly faults: readonly AuditFault[];
}

/**
 * Recomputes every chain: each entry's digest, its link to the one before, the end that its mandate remembers, and the
 * organization's chain over all those ends (D-35). An entry that was changed, removed, added or moved is found, and so is
 * a chain whose tail, or which as a whole, is gone.
 */
export async function verifyAudit({ db }: Tx): Promise<AuditReport> {
  const entries = await db.selectFrom("audit_entries").selectAll().orderBy("mandateId").orderBy("seq").execute();
  const anchors = await db.selectFrom("audit_anchors").selectAll().orderBy("organizationId").orderBy("seq").execute();
  const heads = await db.selectFrom("audit_heads").selectAll().orderBy("organizationId").execute();
  const mandates = await db.selectFrom("mandates").selectAll().orderBy("id").execute();
  const faults: AuditFault[] = [];
  const byMandate = Map.groupBy(entries, (entry) => entry.mandateId);
  for (const mandate of mandates) faults.push(...faultsOfChain(mandate, byMandate.get(mandate.id) ?? []));
  const known = new Set(mandates.map(({ id }) => id));
  for (const [mandateId, chain] of byMandate) {
    if (!known.has(mandateId)) faults.push(fault(chain[0], "its mandate is gone"));
  }
  const byOrganization = Map.groupBy(anchors, (anchor) => anchor.organizationId);
  const organizations = new Set([
    ...byOrganization.keys(),
    ...heads.map((head) => head.organizationId),
    ...entries.map((entry) => entry.organizationId),
  ]);
  for (const organizationId of organizations) {
    const head = heads.find((each) => each.organizationId === organizationId);
    const own = entries.filter((entry) => entry.organizationId === organizationId);
    faults.push(
      ...faultsOfAnchors({ organizationId, anchors: byOrganization.get(organizationId) ?? [], head, entries: own }),
    );
  }
  return { entries: entries.length, mandates: mandates.length, heads, faults };
}

function faultsOfChain(mandate: MandateRow, chain: readonly AuditEntryRow[]): AuditFault[] {
  const faults: AuditFault[] = [];
  let [seq, hash] = [0, NO_HASH];
  for (const entry of chain) {
    seq += 1;
    if (entry.seq !== seq) {
      faults.push(fault(entry, `entry ${seq} is missing`));
      seq = entry.seq;
    }
    if (entry.prevHash !== hash) faults.push(fault(entry, "it does not follow the entry before it"));
    if (entryHash(entry) !== entry.hash) faults.push(fault(entry, "its content is not what its digest says"));
    if (entry.organizationId !== mandate.organizationId)
      faults.push(fault(entry, "it was moved to another organization"));
    hash = entry.hash;
  }
  if (seq !== mandate.auditSeq || hash !== mandate.auditHash) {
    const { organizationId, id: mandateId } = mandate;
    faults.push({ organizationId, mandateId, seq, what: `the chain ends here, and should end at ${mandate.auditSeq}` });
  }
  return faults;
}

function fault(entry: AuditEntryRow | undefined, what: string): AuditFault {
  return {
    organizationId: entry?.organizationId ?? "",
    mandateId: entry?.mandateId ?? null,
    seq: entry?.seq ?? null,
    what,
  };
}

interface AnchorChain {
  readonly organizationId: string;
  readonly anchors: readonly AuditAnchorRow[];
  readonly head: { readonly seq: number; readonly hash: string } | undefined;
  readonly entries: readonly AuditEntryRow[];
}

function faultsOfAnchors({ organizationId, anchors, head, entries }: AnchorChain): AuditFault[] {
  const faults: AuditFault[] = [];
  const report = (seq: number | null, what: string, mandateId: string | null = null) =>
    faults.push({ organizationId, mandateId, seq, what });
  const byPosition = new Map(entries.map((entry) => [entry.position, entry]));
  let [seq, hash] = [0, NO_HASH];
  for (const anchor of anchors) {
    seq += 1;
    if (anchor.seq !== seq) {
      report(anchor.seq, `anchor ${seq} is missing`);
      seq = anchor.seq;
    }
    if (anchor.prevHash !== hash) report(seq, "this anchor does not follow the one before it");
    if (anchorHash(anchor) !== anchor.hash) report(seq, "the content of this anchor is not what its digest says");
    const entry = byPosition.get(anchor.seq);
    const fits =
      entry?.mandateId === anchor.mandateId && entry.seq === anchor.entrySeq && entry.hash === anchor.entryHash;
    if (!fits) report(anchor.entrySeq, `the entry of anchor ${seq} is gone, or another one`, anchor.mandateId);
    hash = anchor.hash;
  }
  if (seq !== (head?.seq ?? 0) || hash !== (head?.hash ?? NO_HASH)) {
    report(seq, `the anchors end here, and should end at ${head?.seq ?? 0}`);
  }
  const anchored = new Set(anchors.map((anchor) => anchor.seq));
  for (const entry of entries) {
    if (!anchored.has(entry.position)) report(entry.seq, "this entry was never anchored", entry.mandateId);
  }
  return faults;
}
