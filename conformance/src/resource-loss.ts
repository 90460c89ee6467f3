import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { walkOn } from "./near-slots.ts";
import type { ResourceBench } from "./resource-bench.ts";
import type { SessionView } from "./session-view.ts";
import type { Slot } from "./slot-book.ts";
import { Unmet } from "./verdict.ts";

/** What became of a session whose resource was taken away. */
export interface Loss {
  readonly session: OwnedSession;
  readonly lost: string;
  /** An equal resource that stands free; null when there was none. */
  readonly spare: string | null;
  readonly before: SessionView;
  readonly after: SessionView;
  readonly answer: Answer;
  /** Records of the conflict, oldest first. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Books a session with a resource that has equipment of its own, and takes the resource away. With a spare one an
 * equal resource is free at that time; without, no resource of the organization is an alternative.
 */
export async function loseResource(
  context: CaseContext,
  check: Check,
  ...[bench, wish]: readonly [ResourceBench, { readonly state: string; readonly spare: boolean }]
): Promise<Loss> {
  const [slot] = (await bench.run([0])) as [Slot];
  const equipment = [`certification ${context.world.uniqueWord()}`];
  const lost = await bench.create({ equipment });
  const spare = wish.spare ? await bench.create({ equipment }) : null;
  const session = await bench.expectBooked(check, { slot, resourceId: lost });
  await walkOn(context, session, wish.state);
  const { session: before } = await context.journeys.read(session.id);
  const removed = await bench.remove(lost);
  if (!removed.ok) throw new Unmet(`resource.delete answered ${removed.describe()}`);
  const { session: after, answer } = await context.journeys.read(session.id);
  const records = after.exceptions.filter((record) => record.type === "resource_conflict");
  return { session, lost, spare, before, after, answer, records };
}
