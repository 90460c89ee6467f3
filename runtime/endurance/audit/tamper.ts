import { anchorHash } from "../../src/audit/append-entry.ts";
import { entryHash } from "../../src/audit/entry-document.ts";
import type { Tx } from "../../src/storage/open-database.ts";
import type { AuditAnchorRow, AuditEntryRow } from "../../src/storage/rows.ts";
import type { Chance } from "../chance.ts";

/** The trail as it is before somebody touches it. */
export interface Trail {
  readonly entries: readonly AuditEntryRow[];
  readonly anchors: readonly AuditAnchorRow[];
}

/** What a forger works with. */
export interface Forgery extends Trail {
  readonly tx: Tx;
  readonly chance: Chance;
}

/** A way to change the trail; answers in words what was done. */
export type Tampering = (forgery: Forgery) => Promise<string>;

/** What the protocol shows of an entry, where it is chained, and what its digest says. */
const ENTRY_COLUMNS = [
  "id",
  "agentId",
  "principalId",
  "actingFor",
  "action",
  "actionInput",
  "actionResult",
  "failureReason",
  "resourceId",
  "context",
  "at",
  "ipAddress",
  "requestId",
  "confirmationId",
  "seq",
  "prevHash",
  "hash",
  "position",
] as const satisfies readonly (keyof AuditEntryRow)[];

const ANCHOR_COLUMNS = ["seq", "mandateId", "entrySeq", "entryHash", "prevHash", "hash"] as const;

/** Another value of the same kind. */
function other(value: unknown, chance: Chance): string | number | Record<string, unknown> | null {
  if (typeof value === "number") return value + chance.of([1, -1, 1000]);
  if (typeof value === "string") return chance.next() < 0.5 ? `${value}x` : `x${value.slice(1)}x`;
  if (value === null) return "made-up";
  return { ...(value as object), forged: chance.between(0, 1000) };
}

async function updateEntry({ db }: Tx, id: string, changes: Record<string, unknown>): Promise<void> {
  await db
    .updateTable("audit_entries")
    .set(changes as never)
    .where("id", "=", id)
    .execute();
}

/** Changes one value of one entry. */
const editEntry: Tampering = async ({ tx, chance, entries }) => {
  const entry = chance.of(entries);
  const column = chance.of(ENTRY_COLUMNS);
  const isJson = column === "actionInput";
  const value = isJson && entry.actionInput === null ? { forged: true } : other(entry[column], chance);
  await updateEntry(tx, entry.id, { [column]: value });
  return `${column} of entry ${entry.seq} of ${entry.mandateId} became ${JSON.stringify(value)}`;
};

/** Takes away what an entry may say or not. */
const emptyEntry: Tampering = async ({ tx, chance, entries }) => {
  const column = chance.of(["actionInput", "resourceId", "requestId", "ipAddress"] as const);
  const filled = entries.filter((entry) => entry[column] !== null);
  if (filled.length === 0) return editEntry({ tx, chance, entries, anchors: [] });
  const entry = chance.of(filled);
  await updateEntry(tx, entry.id, { [column]: null });
  return `${column} of entry ${entry.seq} of ${entry.mandateId} was taken away`;
};

/** Changes an entry and gives it the digest that belongs to it then. */
const editAndSign: Tampering = async ({ tx, chance, entries }) => {
  const entry = chance.of(entries);
  const column = chance.of(["action", "actionResult", "resourceId", "at", "agentId"] as const);
  const changes = { [column]: other(entry[column], chance) };
  await updateEntry(tx, entry.id, { ...changes, hash: entryHash({ ...entry, ...changes } as AuditEntryRow) });
  return `${column} of entry ${entry.seq} of ${entry.mandateId} changed, and its digest with it`;
};

/** Changes an entry and makes the whole chain of its mandate fit, to its end. */
const editAndChain: Tampering = async ({ tx, chance, entries }) => {
  const first = chance.of(entries);
  const chain = entries
    .filter(({ mandateId }) => mandateId === first.mandateId)
    .toSorted((one, two) => one.seq - two.seq);
  let prevHash = first.prevHash;
  for (const entry of chain.filter(({ seq }) => seq >= first.seq)) {
    const changed = { ...entry, ...(entry === first && { action: `${entry.action}x` }), prevHash };
    const hash = entryHash(changed);
    await updateEntry(tx, entry.id, { action: changed.action, prevHash, hash });
    prevHash = hash;
  }
  await tx.db.updateTable("mandates").set({ auditHash: prevHash }).where("id", "=", first.mandateId).execute();
  return `entry ${first.seq} of ${first.mandateId} changed, and its chain chained anew`;
};

const deleteEntry: Tampering = async ({ tx, chance, entries }) => {
  const { id, seq, mandateId } = chance.of(entries);
  await tx.db.deleteFrom("audit_entries").where("id", "=", id).execute();
  return `entry ${seq} of ${mandateId} was deleted`;
};

/** Cuts the end off a chain, and makes its mandate remember the new end. */
const cutTail: Tampering = async ({ tx, chance, entries }) => {
  const from = chance.of(entries);
  const before = entries.find(({ mandateId, seq }) => mandateId === from.mandateId && seq === from.seq - 1);
  await tx.db
    .deleteFrom("audit_entries")
    .where("mandateId", "=", from.mandateId)
    .where("seq", ">=", from.seq)
    .execute();
  const end = { auditSeq: from.seq - 1, auditHash: before?.hash ?? from.prevHash };
  await tx.db.updateTable("mandates").set(end).where("id", "=", from.mandateId).execute();
  return `the chain of ${from.mandateId} was cut off before ${from.seq}`;
};

/** Two entries change places, by what they say or by where they stand. */
const swapEntries: Tampering = async ({ tx, chance, entries }) => {
  const one = chance.of(entries);
  const two = chance.of(entries.filter(({ id }) => id !== one.id));
  const columns = chance.of([
    ["seq"],
    ["position"],
    ["seq", "prevHash", "hash"],
    ["action", "actionInput"],
    ["mandateId", "seq"],
  ] as const);
  const taken = (from: AuditEntryRow) => Object.fromEntries(columns.map((column) => [column, from[column]]));
  if (columns.every((column) => JSON.stringify(one[column]) === JSON.stringify(two[column])))
    return deleteEntry({ tx, chance, entries, anchors: [] });
  // Aside first, since no two may stand in one place.
  await updateEntry(tx, one.id, { seq: -1, position: -1 });
  await updateEntry(tx, two.id, { ...taken(one) });
  await updateEntry(tx, one.id, { seq: one.seq, position: one.position, ...taken(two) });
  return `${columns.join(", ")} of entries ${one.seq} of ${one.mandateId} and ${two.seq} of ${two.mandateId} changed places`;
};

/** Adds an entry that was never made, with a digest that fits. */
const addEntry: Tampering = async ({ tx, chance, entries }) => {
  const model = chance.of(entries);
  const chain = entries
    .filter(({ mandateId }) => mandateId === model.mandateId)
    .toSorted((one, two) => one.seq - two.seq);
  const last = chain.at(-1) ?? model;
  const most = Math.max(...entries.map(({ position }) => position));
  const id = `${model.id.slice(0, -4)}0000`;
  const row = { ...model, id, seq: last.seq + 1, prevHash: last.hash, intentId: null, position: most + 1 };
  const hash = entryHash(row);
  await tx.db
    .insertInto("audit_entries")
    .values({ ...row, hash })
    .execute();
  await tx.db
    .updateTable("mandates")
    .set({ auditSeq: row.seq, auditHash: hash })
    .where("id", "=", model.mandateId)
    .execute();
  return `an entry was added to ${model.mandateId}`;
};

const editAnchor: Tampering = async ({ tx, chance, anchors }) => {
  const anchor = chance.of(anchors);
  const column = chance.of(ANCHOR_COLUMNS);
  const value = column === "seq" ? anchor.seq + 1_000_000 : other(anchor[column], chance);
  const changes = { [column]: value };
  const hash =
    chance.next() < 0.5 || column === "hash" ? {} : { hash: anchorHash({ ...anchor, ...changes } as AuditAnchorRow) };
  await tx.db
    .updateTable("audit_anchors")
    .set({ ...hash, ...changes } as never)
    .where("organizationId", "=", anchor.organizationId)
    .where("seq", "=", anchor.seq)
    .execute();
  return `${column} of anchor ${anchor.seq} became ${value}`;
};

/** Removes an entry together with the anchor that tells of it. */
const deleteWithAnchor: Tampering = async ({ tx, chance, entries }) => {
  const { id, organizationId, position, seq, mandateId } = chance.of(entries);
  await tx.db.deleteFrom("audit_entries").where("id", "=", id).execute();
  await tx.db
    .deleteFrom("audit_anchors")
    .where("organizationId", "=", organizationId)
    .where("seq", "=", position)
    .execute();
  return `entry ${seq} of ${mandateId} was deleted with its anchor`;
};

/** Cuts the end off the anchors, together with the entries that they tell of. */
const cutAnchors: Tampering = async ({ tx, chance, anchors }) => {
  const from = chance.of(anchors);
  const mine = [from.organizationId, from.seq] as const;
  await tx.db.deleteFrom("audit_anchors").where("organizationId", "=", mine[0]).where("seq", ">=", mine[1]).execute();
  if (chance.next() < 0.5)
    await tx.db
      .deleteFrom("audit_entries")
      .where("organizationId", "=", mine[0])
      .where("position", ">=", mine[1])
      .execute();
  return `the anchors were cut off before ${from.seq}`;
};

const editHead: Tampering = async ({ tx, chance, anchors }) => {
  const { organizationId, seq, hash } = chance.of(anchors);
  const set = chance.next() < 0.5 ? { seq: seq + 1_000 } : { hash: `${hash.slice(1)}0` };
  await tx.db.updateTable("audit_heads").set(set).where("organizationId", "=", organizationId).execute();
  return `the head became ${JSON.stringify(set)}`;
};

const editEnd: Tampering = async ({ tx, chance, entries }) => {
  const { mandateId, seq, hash } = chance.of(entries);
  const set = chance.next() < 0.5 ? { auditSeq: seq + 1_000 } : { auditHash: `${hash.slice(1)}0` };
  await tx.db.updateTable("mandates").set(set).where("id", "=", mandateId).execute();
  return `the end that ${mandateId} remembers became ${JSON.stringify(set)}`;
};

/** Ways to change the trail, by what they are called. */
export const tamperings = {
  "an edit": editEntry,
  "an omission": emptyEntry,
  "an edit with its digest": editAndSign,
  "an edit with its chain": editAndChain,
  "a deletion": deleteEntry,
  "a deletion with its anchor": deleteWithAnchor,
  "a cut": cutTail,
  "a cut of the anchors": cutAnchors,
  "a reordering": swapEntries,
  "an addition": addEntry,
  "an edit of an anchor": editAnchor,
  "an edit of the head": editHead,
  "an edit of an end": editEnd,
} satisfies Record<string, Tampering>;
