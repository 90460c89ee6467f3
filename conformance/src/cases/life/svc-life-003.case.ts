import { serviceStates, targetsOf } from "../../artefacts.ts";
import type { CaseContext } from "../../case-context.ts";
import { expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { sessionOf } from "../../session-view.ts";

const MOST_TRIES = 6;
/** Reached only through the optional public lane (decision D-04). */
const PUBLIC_LANE_STATE = "pending_confirmation";
/** Flow of the card that each exception state belongs to. */
const FLOW_OF: Readonly<Record<string, string>> = {
  rescheduling: "rescheduling",
  reassigning: "no_show",
  disputed: "dispute",
  partial: "partial_delivery",
};

/** What some allowed moves need beyond what their target always needs. */
async function extras(
  context: CaseContext,
  from: string,
  to: string,
  session: OwnedSession,
): Promise<Record<string, unknown>> {
  if (from === "disputed") return { resolution: { method: "manual", note: "certification run" } };
  if (from === "rescheduling" && to === "scheduled")
    return { starts_at: (await context.world.bookable()).slots.take().startsAt };
  if (from === "reassigning" && to === "scheduled") return replacement(context, session);
  return {};
}

/** Another provider of the offer with a time at which that one is free. */
async function replacement(context: CaseContext, session: OwnedSession): Promise<Record<string, unknown>> {
  const { offer, slots } = await context.world.bookableElsewhere();
  if (offer.serviceId !== session.offer.serviceId) context.notVerified("no other provider delivers the same offer");
  return { provider_id: offer.providerId, starts_at: slots.take().startsAt };
}

export default defineCase({
  requirement: "SVC-LIFE-003",
  title: "the matrix of states: allowed moves work, all others are refused",
  async run(context) {
    const states = serviceStates().map((state) => state.name);
    await context.positive(`requested → ${PUBLIC_LANE_STATE}`, async (check) => {
      const { session } = await context.journeys.read((await context.journeys.bookPublicly()).id);
      const moves = session.transitions.map(({ from, to }) => [from, to]);
      check.equal("moves of a public booking", {
        expected: [
          [null, "requested"],
          ["requested", PUBLIC_LANE_STATE],
        ],
        actual: moves,
      });
    });
    for (const from of states) {
      const moves = targetsOf(from).filter((to) => to !== PUBLIC_LANE_STATE);
      let control = null;
      for (const to of moves) {
        control = await context.positive(`${from} → ${to}`, async (check) => {
          const flow = FLOW_OF[to];
          if (flow !== undefined) await context.world.needsFlow(flow);
          const session = await context.journeys.reach(from);
          if (to === "documented") await context.journeys.recordRequiredEvidence(session);
          const as = from === "disputed" ? "organization" : undefined;
          let answer = null;
          // A new time may be taken by somebody else meanwhile; then the next one is tried.
          for (let tries = 0; answer === null || (answer.status === 409 && tries < MOST_TRIES); tries += 1) {
            const attributes = await extras(context, from, to, session);
            answer = await context.journeys.transition(session, to, {
              attributes,
              ...(as === undefined ? {} : { as }),
            });
            if (Object.keys(attributes).length === 0) break;
          }
          if (check.resource(answer, 200, "sessions")) check.state(answer, to);
        });
      }
      const arrived = control ?? (await arrival(context, from));
      await context.negative(`every other move out of ${from}`, arrived, async (check) => {
        const session = await context.journeys.reach(from);
        const { session: before } = await context.journeys.read(session.id);
        check.equal("the state that is left", { expected: from, actual: before.state });
        for (const to of states.filter((target) => !targetsOf(from).includes(target))) {
          const answer = await context.journeys.transition(session, to);
          // Nobody may ask for the state of the public lane, so a node may also judge authority first.
          if (to === PUBLIC_LANE_STATE) check.refused(answer, "INVALID_TRANSITION", "FORBIDDEN");
          else check.refused(answer, "INVALID_TRANSITION");
        }
        await expectUnmoved(context, check, before);
      });
    }
  },
});

/** Control for states that nothing leads out of: the session arrived there. */
function arrival(context: CaseContext, state: string) {
  return context.positive(`a session arrives in ${state}`, async (check) => {
    const session = await context.journeys.reach(state);
    const { answer } = await context.journeys.read(session.id);
    check.equal("lifecycle.current_state", { expected: state, actual: sessionOf(answer)?.state, answer });
  });
}
