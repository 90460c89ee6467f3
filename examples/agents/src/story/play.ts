import { close } from "./close.ts";
import { confirm } from "./confirm.ts";
import { conflictOfInterest } from "./conflict-of-interest.ts";
import { dailyLimit } from "./daily-limit.ts";
import { deliver } from "./deliver.ts";
import { discover } from "./discover.ts";
import { handOutMandates } from "./hand-out-mandates.ts";
import { lostMandate } from "./lost-mandate.ts";
import { readTrails, type Trails } from "./read-trails.ts";
import { restrictedEvidence } from "./restricted-evidence.ts";
import { scopeLimit } from "./scope-limit.ts";
import type { Scene, Stage } from "./stage.ts";
import { revokeAll, takeBack } from "./take-back.ts";
import { threshold } from "./threshold.ts";
import { understand } from "./understand.ts";

/**
 * A clinic run by agents, from discovery to a verified session, and everything that stops them.
 * @throws {Mismatch} at the first thing that is not as the protocol says
 */
export async function play(stage: Stage): Promise<Trails> {
  try {
    return await playScenes(stage);
  } catch (error) {
    // The mismatch is what counts, also where the node does not even take mandates back.
    await revokeAll(stage, "The story broke off.").catch(() => {});
    throw error;
  }
}

async function playScenes(stage: Stage): Promise<Trails> {
  const clinic = await discover(stage);
  const mandates = await handOutMandates({ ...stage, clinic });
  const scene: Scene = { ...stage, clinic, mandates };
  await understand(scene);
  const booked = await scopeLimit(scene);
  await confirm(scene, booked);
  await deliver(scene, booked.sessionId);
  await restrictedEvidence(scene, booked);
  await close(scene, booked);
  await threshold(scene, booked);
  await conflictOfInterest(scene);
  await lostMandate(scene);
  // Time only moves forward, so what needs it to pass comes last.
  await dailyLimit(scene, booked.sessionId);
  await takeBack(scene);
  return readTrails(scene);
}
