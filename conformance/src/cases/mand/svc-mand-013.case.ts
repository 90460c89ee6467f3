import { bookRequested, expectActs, expectRefusedBy, expectStopped } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { sessionOf } from "../../session-view.ts";

const REFUSAL = { code: "CONSTRAINT_VIOLATED", by: 8, constraint: "service_types" };

export default defineCase({
  requirement: "SVC-MAND-013",
  title: "check 8: only services of the listed types",
  async run(context) {
    const probe = await bookRequested(context);
    const type = need(
      pickText(sessionOf(probe.booked)?.attributes, "type") ?? probe.offer.type,
      "the type of a booked session",
    );
    const other = `other-than-${type}`.slice(0, 60);
    const scopes = ["service:read", "service:write", "schedule:write", "mandate:read"];
    const under = (types: readonly string[]) => context.agents.issue({ scopes, constraints: { service_types: types } });
    const book = async (mandate: HeldMandate, attributes: Readonly<Record<string, unknown>>) =>
      context.agents.call(mandate, "scheduling.book", { attributes });
    const control = await context.positive("a type that is listed, alone and among others", async (check) => {
      await expectActs(context, check, { mandate: await under([type]), session: probe });
      const { attributes } = await context.journeys.bookingAttributes({ attributes: { actor: undefined } });
      const { actor: _, ...lawful } = attributes;
      const booked = await book(await under([other, type]), lawful);
      check.resource(booked, 201, "sessions");
      context.journeys.adopt(booked);
    });
    await context.negative("a session of a type that is not listed", control, async (check) => {
      const session = await bookRequested(context);
      await expectStopped(context, check, { mandate: await under([other]), session, refusal: REFUSAL });
    });
    await context.negative("a booking of a type that is not listed", control, async (check) => {
      const { attributes } = await context.journeys.bookingAttributes({ attributes: { actor: undefined } });
      const { actor: _, ...lawful } = attributes;
      expectRefusedBy(context, check, await book(await under([other]), lawful), REFUSAL);
      const free = await book(await under([type]), lawful);
      check.resource(free, 201, "sessions");
      context.journeys.adopt(free);
    });
    await context.positive("an action that names no type is not limited", async (check) => {
      const mandate = await under([other]);
      check.collection(await context.agents.call(mandate, "mandates.list"), "mandates");
    });
  },
});
