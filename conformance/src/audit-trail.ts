import { canonicalDigest } from "./canonical-json.ts";
import { isRecord, pickList, pickNumber, pickText } from "./json-path.ts";
import type { ProtocolClient } from "./protocol-client.ts";
import type { CredentialKind } from "./settings.ts";
import { Unmet } from "./verdict.ts";

const MOST_PAGES = 200;

/** What stands before the first entry of a chain (mandates page 7.3). */
export const NO_HASH = "0".repeat(64);

/** One entry of an audit trail as some answer showed it. */
export interface AuditEntryView {
  readonly id: string;
  readonly action: string | undefined;
  readonly result: string | undefined;
  readonly failureReason: string | undefined;
  readonly resourceId: string | undefined;
  readonly confirmationId: string | undefined;
  /** Place in the chain of its mandate, on nodes that chain their entries. */
  readonly seq: number | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Whose trail is read, by whom, and which part of it. */
export interface TrailQuery {
  readonly of: { readonly mandateId: string } | { readonly principalId: string };
  readonly as: CredentialKind;
  readonly filter?: Readonly<Record<string, string | number | undefined>>;
}

/** A whole trail, oldest entry first, with what its first page said in `meta`. */
export interface Trail {
  readonly entries: readonly AuditEntryView[];
  readonly meta: unknown;
  readonly pages: number;
}

/**
 * Reads every page of a trail (mandates page 7.6).
 * @throws Unmet when the node does not answer it: nothing can be told from a trail that cannot be read.
 */
export async function readTrail(client: ProtocolClient, query: TrailQuery): Promise<Trail> {
  const { of, as, filter } = query;
  const options = { as, query: { per_page: 100, ...filter } };
  let page =
    "mandateId" in of
      ? await client.call("mandates.audit", { path: { mandate_id: of.mandateId }, ...options })
      : await client.call("audit.list", { ...options, query: { principal_id: of.principalId, ...options.query } });
  const meta = page.at("meta");
  const entries: AuditEntryView[] = [];
  let pages = 0;
  for (; pages < MOST_PAGES; pages += 1) {
    if (page.status !== 200) throw new Unmet(`the audit trail answered ${page.describe()}`);
    entries.push(...pickList(page.body, "data").map(entryOf));
    const next = pickText(page.body, "links.next");
    if (next === undefined || next === "") break;
    page = await client.raw({ method: "GET", target: new URL(next, page.exchange.request.url).href, as });
  }
  return { entries: inOrder(entries), meta, pages: pages + 1 };
}

/** What is wrong with a chain: wrong hashes, broken links, missing places; empty when it holds (mandates page 7.3). */
export function chainFaults(entries: readonly AuditEntryView[]): readonly string[] {
  const faults: string[] = [];
  let previous = NO_HASH;
  for (const [index, { attributes }] of entries.entries()) {
    const place = index + 1;
    const { hash, ...content } = attributes;
    if (attributes.seq !== place) faults.push(`place ${place} has seq ${String(attributes.seq)}`);
    if (attributes.prev_hash !== previous) faults.push(`prev_hash of place ${place} is not the hash before it`);
    if (hash !== canonicalDigest(content)) faults.push(`hash of place ${place} does not fit its entry`);
    previous = String(hash);
  }
  return faults;
}

function entryOf(item: unknown): AuditEntryView {
  const attributes = isRecord(item) && isRecord(item.attributes) ? item.attributes : {};
  return {
    id: pickText(attributes, "audit_id") ?? pickText(item, "id") ?? "",
    action: pickText(attributes, "action"),
    result: pickText(attributes, "action_result"),
    failureReason: pickText(attributes, "failure_reason"),
    resourceId: pickText(attributes, "resource_id"),
    confirmationId: pickText(attributes, "confirmation_id"),
    seq: pickNumber(attributes, "seq"),
    attributes,
  };
}

/** Pages come newest first; `seq` gives the order of a chain, where there is one. */
function inOrder(entries: readonly AuditEntryView[]): readonly AuditEntryView[] {
  const chained =
    entries.every(({ seq }) => seq !== undefined) && new Set(entries.map(({ seq }) => seq)).size === entries.length;
  const oldestFirst = [...entries].reverse();
  return chained ? oldestFirst.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)) : oldestFirst;
}
