import { createHash } from "node:crypto";
import type { AuditEntry } from "@servicialo/schema/0.8/types";
import { canonical } from "../canonical.ts";
import { bodyOf, expectEqual, expectThat } from "../expect.ts";
import type { Deed } from "../journal.ts";
import type { Person } from "../person.ts";
import { NOTES, RECORD_URI } from "./deliver.ts";
import type { Scene } from "./stage.ts";

const NO_HASH = "0".repeat(64);

/** Whose trails were read, and how much stood in them. */
export interface Trails {
  readonly mandates: number;
  readonly entries: number;
}

/**
 * The people read what was done in their names. Each trail says what the story saw happen, in the same order, neither
 * more nor less; its chain is recomputed here; and nothing stands in it that it was not to show.
 */
export async function readTrails(scene: Scene): Promise<Trails> {
  const { patient, provider, administrator, patientsEmail, journal, narrator } = scene;
  narrator.scene("The people read what was done in their names");
  let mandates = 0;
  let entries = 0;
  for (const person of [patient, provider, administrator]) {
    for (const { id: mandateId, name } of person.issued) {
      const trail = await readTrail(person, mandateId);
      expectEqual(`the trail of ${name}`, trail.map(deedOf), journal.under(mandateId));
      const written = JSON.stringify(trail);
      for (const secret of [NOTES, RECORD_URI, patientsEmail]) {
        expectThat(`the trail of ${name} does not show "${secret}"`, !written.includes(secret));
      }
      person.says(`${name}: ${trail.length} entries, as they happened; the chain is whole`, ...inWords(trail));
      mandates += 1;
      entries += trail.length;
    }
    expectEqual(`entries of the ${person.name}`, await countAcrossMandates(person), await countOfMandates(person));
  }
  expectEqual("entries and deeds", entries, journal.length);
  return { mandates, entries };
}

/** A trail, oldest first, with its chain recomputed. @throws {Mismatch} when an entry was changed, removed or added */
async function readTrail({ node }: Person, mandateId: string): Promise<readonly AuditEntry[]> {
  const { data, meta } = bodyOf(
    "mandates.audit",
    await node.call("mandates.audit", { mandate_id: mandateId, per_page: 100 }),
  );
  const trail = data.map(({ attributes }) => attributes).toReversed();
  expectEqual("entries on the page", trail.length, meta.total);
  const head = brokenAt(trail);
  expectEqual("first entry that does not fit the chain", head.brokenAt, null);
  expectEqual("end of the chain", meta.head, { seq: trail.length, hash: head.hash });
  const [first] = trail;
  if (first)
    expectThat("a changed copy does not fit", brokenAt([{ ...first, agent_id: "agent_other" }]).brokenAt === 1);
  return trail;
}

/** Recomputes a chain from its entries (mandates page 7.3); `brokenAt`: the place of the first that does not fit. */
function brokenAt(trail: readonly AuditEntry[]): { readonly brokenAt: number | null; readonly hash: string } {
  let previous = NO_HASH;
  for (const [index, { hash, ...entry }] of trail.entries()) {
    const digest = createHash("sha256").update(canonical(entry)).digest("hex");
    if (entry.seq !== index + 1 || entry.prev_hash !== previous || hash !== digest) {
      return { brokenAt: index + 1, hash: previous };
    }
    previous = digest;
  }
  return { brokenAt: null, hash: previous };
}

function deedOf({ mandate_id, action, action_result: result, failure_reason: code }: AuditEntry): Deed {
  return { mandateId: mandate_id, action, result, code: code ?? null };
}

function inWords(trail: readonly AuditEntry[]): string[] {
  const counts = Map.groupBy(trail, ({ action_result: result }) => result);
  return [[...counts].map(([result, entries]) => `${entries.length} ${result}`).join(", ")];
}

/** Entries of a principal across mandates, those of earlier stories included. */
async function countAcrossMandates({ node, id }: Person): Promise<number> {
  return bodyOf("audit.list", await node.call("audit.list", { principal_id: id, per_page: 1 })).meta.total;
}

async function countOfMandates({ node, id }: Person): Promise<number> {
  let count = 0;
  for (let page = 1; ; page++) {
    const { data, meta } = bodyOf("mandates.list", await node.call("mandates.list", { page, per_page: 100 }));
    for (const { id: mandateId, attributes } of data) {
      if (attributes.principal_id !== id) continue;
      const trail = await node.call("mandates.audit", { mandate_id: mandateId, per_page: 1 });
      count += bodyOf("mandates.audit", trail).meta.total;
    }
    if (page * 100 >= meta.total) return count;
  }
}
