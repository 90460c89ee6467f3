import type { Answer } from "../../answer.ts";
import { expectBooking, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-SEC-001",
  title: "entities of one organization are invisible to another",
  async run(context) {
    context.node.credential("foreign_organization");
    const foreign = { as: "foreign_organization" } as const;
    const control = await context.positive("the own organization reads its session and charges it", async (check) => {
      const session = await context.journeys.walkTo("documented");
      check.resource(await context.node.call("service.get", { path: { service_id: session.id } }), 200, "services");
      const sale = await context.journeys.charge(session);
      check.resource(sale, 201, "sales");
      return { session, saleId: need(pickText(sale.body, "data.id")) };
    });
    const hidden = (name: string, send: (known: NonNullable<typeof control.value>) => Promise<Answer>) =>
      context.negative(
        name,
        control,
        async (check) => void check.refused(await send(need(control.value)), "NOT_FOUND"),
      );
    await hidden("a foreign organization reads the session", ({ session }) =>
      context.node.call("service.get", { path: { service_id: session.id }, ...foreign }),
    );
    await hidden("it moves the session", async ({ session }) => {
      const actor = await context.world.actorOf("foreign_organization");
      return context.journeys.transition(session, "verified", { ...foreign, actor });
    });
    await hidden("it records evidence", async ({ session }) => {
      const actor = await context.world.actorOf("foreign_organization");
      const attributes = { actor, evidence_type: "notes", data: { text: "foreign" } };
      return context.node.call("delivery.record_evidence", {
        path: { session_id: session.id },
        attributes,
        ...foreign,
      });
    });
    if (await context.world.declares("payments.get_status")) {
      await hidden("it asks for the sale", ({ saleId }) =>
        context.node.call("payments.get_status", { query: { sale_id: saleId }, ...foreign }),
      );
    }
    if (await context.world.declares("payments.record_payment")) {
      await hidden("it pays the sale", ({ saleId }) =>
        context.node.call("payments.record_payment", {
          path: { sale_id: saleId },
          attributes: { amount: 1, method: "transferencia" },
          ...foreign,
        }),
      );
    }
    if (await context.world.declares("resource.list")) await resources();
    await context.negative("it books the provider and the client of the other", control, async (check) => {
      const { attributes } = await context.journeys.bookingAttributes();
      const actor = await context.world.actorOf("foreign_organization");
      const answer = await context.node.call("scheduling.book", { attributes: { ...attributes, actor }, ...foreign });
      check.refused(answer, "NOT_FOUND", "FORBIDDEN", "VALIDATION_ERROR");
      await expectBooking(context, check);
    });

    async function resources(): Promise<void> {
      const query = { organization_id: await context.world.organizationId() };
      const own = await context.positive("the own organization lists its resources", async (check) => {
        const answer = await context.node.call("resource.list", { query });
        check.collection(answer, "resources");
        return pickList(answer.body, "data").map((item) => pickText(item, "id"))[0];
      });
      await context.negative("the foreign one sees none of them", own, async (check) => {
        const answer = await context.node.call("resource.list", { query, ...foreign });
        const shown = answer.ok ? pickList(answer.body, "data").length : 0;
        check.holds("resources shown", answer.status < 500 && answer.status !== 0 && shown === 0, {
          expected: "none",
          actual: answer.describe(),
          answer,
        });
        if (own.value === undefined) return;
        check.refused(
          await context.node.call("resource.get", { path: { resource_id: own.value }, ...foreign }),
          "NOT_FOUND",
        );
      });
    }
  },
});
