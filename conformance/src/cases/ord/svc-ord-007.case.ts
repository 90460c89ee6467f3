import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";
import { OrderDesk } from "../../order-steps.ts";
import { moveAs } from "../../session-acts.ts";

interface Limit {
  readonly name: string;
  readonly scope: Readonly<Record<string, unknown>>;
  /** Sessions that fit. */
  readonly fits: number;
}

async function limits(context: CaseContext): Promise<readonly Limit[]> {
  const { type, durationMinutes } = (await context.world.bookable()).offer;
  const scope = { description: "Certification run", service_types: [need(type, "the type of the offer")] };
  return [
    { name: "quantity_limit 2", scope: { ...scope, quantity_limit: 2 }, fits: 2 },
    {
      name: "hours for one session and a half",
      scope: { ...scope, hours_limit: (durationMinutes * 1.5) / 60 },
      fits: 1,
    },
  ];
}

export default defineCase({
  requirement: "SVC-ORD-007",
  title: "no session is booked beyond the limits of its order; what is cancelled does not count",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      for (const { name, scope, fits } of await limits(context)) {
        const control = await context.positive(`${name}: what fits`, async (check) => {
          const order = await desk.active({ scope });
          const sessions = [];
          for (let count = 0; count < fits; count += 1) {
            const { answer, session } = await desk.tryBook(order);
            check.resource(answer, 201, "sessions");
            check.equal("service_order_id", {
              expected: order.id,
              actual: answer.at("data.attributes.service_order_id"),
              answer,
            });
            sessions.push(need(session));
          }
          return { order, sessions };
        });
        await context.negative(`${name}: one more`, control, async (check) => {
          const { order, sessions } = need(control.value);
          const { answer } = await desk.tryBook(order);
          check.refused(answer, "SERVICE_ORDER_EXHAUSTED");
          const read = await desk.read(order);
          check.equal("sessions of the order", {
            expected: sessions.map(({ id }) => id).sort(),
            actual: pickList(read.body, "data.attributes.service_ids").toSorted(),
            answer: read,
          });
        });
        await context.positive(`${name}: one more, after one was cancelled`, async (check) => {
          const { order, sessions } = need(control.value);
          const cancelled = await moveAs(context, need(sessions[0]), { to: "cancelled", party: "organization" });
          check.resource(cancelled, 200, "sessions");
          check.resource((await desk.tryBook(order)).answer, 201, "sessions");
          check.refused((await desk.tryBook(order)).answer, "SERVICE_ORDER_EXHAUSTED");
        });
      }
    });
  },
});
