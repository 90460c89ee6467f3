import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { automaticVerification } from "./automatic-verification.ts";
import { type Cast, type Clinic, type Flow, LeftOut, type Narrate, type Scene } from "./cast.ts";
import { clientNoShow } from "./client-no-show.ts";
import { disputeByRule, disputeWonByClient, disputeWonByProvider } from "./dispute.ts";
import { findClinic } from "./find-clinic.ts";
import { happyPath } from "./happy-path.ts";
import { lateCancellation } from "./late-cancellation.ts";
import { partialDelivery } from "./partial-delivery.ts";
import { prepayment } from "./prepayment.ts";
import { providerNoShow } from "./provider-no-show.ts";
import { publicBooking, publicBookingExpiry } from "./public-booking.ts";
import { reschedule } from "./reschedule.ts";
import { resourceConflict } from "./resource-conflict.ts";
import { serviceOrder } from "./service-order.ts";

/** Time only moves forward, so what needs it to pass comes last. */
const FLOWS: readonly Flow[] = [
  happyPath,
  reschedule,
  providerNoShow,
  partialDelivery,
  disputeWonByProvider,
  disputeWonByClient,
  resourceConflict,
  serviceOrder,
  prepayment,
  publicBooking,
  publicBookingExpiry,
  lateCancellation,
  clientNoShow,
  disputeByRule,
  automaticVerification,
];

export interface Walked {
  readonly played: number;
  readonly leftOut: number;
}

/**
 * The whole story: every flow that the node says it serves. What is left out is told, with the reason.
 * @throws {Mismatch} at the first thing that is not as the protocol says
 */
export async function walk(cast: Cast, narrate: Narrate): Promise<Walked> {
  const clinic = await findClinic(cast, narrate);
  const scene: Scene = { cast, clinic, narrate };
  let leftOut = 0;
  for (const flow of FLOWS) {
    const reason = reasonAgainst(flow, clinic) ?? (await play(flow, scene));
    if (reason === null) continue;
    leftOut += 1;
    narrate(`left out ${flow.title}: ${reason}`);
  }
  return { played: FLOWS.length - leftOut, leftOut };
}

/** Plays a flow; answers why it could not be played, or null. */
async function play(flow: Flow, scene: Scene): Promise<string | null> {
  try {
    await flow.play(scene);
    return null;
  } catch (error) {
    if (error instanceof LeftOut) return error.message;
    if (error instanceof Error) error.message = `${flow.title}: ${error.message}`;
    throw error;
  }
}

function reasonAgainst({ needs, movesTime }: Flow, clinic: Clinic): string | null {
  const missing = needs.filter((id) => !declares(clinic, id));
  if (missing.length > 0) return `the node declares no ${missing.join(", ")}`;
  return movesTime && !clinic.sandboxClock ? "the node offers no sandbox clock, and it needs time to pass" : null;
}

/** Nodes list operations by their ids or by the names of their tools. */
function declares({ declared }: Clinic, id: OperationId): boolean {
  const { tool } = operations[id];
  return declared.has(id) || (tool !== null && declared.has(tool));
}
