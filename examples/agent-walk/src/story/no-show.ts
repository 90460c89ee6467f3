import type { AvailabilitySlot } from "@servicialo/schema/0.8/types";
import { dataOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { bookAndConfirm } from "./book.ts";
import { actorOf, type Cast, type Clinic, type Narrate } from "./cast.ts";
import { moveTimeTo } from "./sandbox-time.ts";

/** The client does not come: refused within the grace period, then cancelled with the contract's penalty. */
export async function noShow(cast: Cast, clinic: Clinic, slot: AvailabilitySlot, narrate: Narrate): Promise<void> {
  const sessionId = await bookAndConfirm(cast, clinic, slot);
  const mark = () =>
    cast.organization.call("lifecycle.transition", {
      session_id: sessionId,
      to_state: "cancelled",
      reason: "no_show",
      no_show_type: "client",
      actor: actorOf("organization", clinic.organizationId),
    });
  expectRefused("no-show before the start", await mark(), 422, "INVALID_TRANSITION");
  const grace = clinic.contract.no_show_policy.grace_minutes ?? 15;
  await moveTimeTo(cast, new Date(Date.parse(slot.starts_at) + (grace + 1) * 60_000));
  const session = dataOf("client no-show", await mark()).attributes;
  expectEqual("state after the no-show", session.lifecycle.current_state, "cancelled");
  const record = session.lifecycle.exceptions?.find((exception) => exception.type === "no_show");
  expectThat("a no_show record exists", record !== undefined);
  expectEqual("resolution of the no-show", record.resolution, "client_penalized");
  expectEqual("billing after the no-show", session.billing.status, "charged");
  narrate(`no-show after ${grace} minutes of grace: cancelled, penalty charged`);
}
