import { expectMove } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { evidenceOfType } from "../../evidence-kinds.ts";
import { walkJson } from "../../json-path.ts";
import { pay } from "../../payment-steps.ts";
import { WebhookDesk } from "../../webhook-desk.ts";
import { eventOf, factsOf } from "../../webhook-receiver.ts";

const EVENTS = [
  "service.state_changed",
  "service.exception",
  "service.verified",
  "booking.created",
  "booking.confirmed",
  "booking.cancelled",
  "evidence.submitted",
  "payment.received",
];
const MAIL = /[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}/i;
const SECRET_MEMBER = /token|secret|password|credential|api_?key|e-?mail|phone|content|text|uri|reason/i;

export default defineCase({
  requirement: "SVC-HOOK-005",
  title: "events carry no credential, no token and nothing clinical",
  async run(context) {
    await WebhookDesk.use(context, async (desk) => {
      const receiver = await desk.receiver();
      const { path, secret } = await desk.subscribe(...EVENTS);
      const word = (what: string) => `${what}-${context.world.uniqueWord()}`;
      const planted = {
        evidence: word("evidence"),
        reason: word("reason"),
        content: word("content"),
        reference: word("reference"),
      };
      await context.positive("events of a whole delivery, and of a cancellation", async (check) => {
        const session = await context.journeys.walkTo("in_progress");
        const document = {
          ...evidenceOfType("document"),
          data: { uri: `https://example.org/${planted.evidence}`, document_type: "x-certification" },
          data_sensitivity: "restricted",
        };
        check.resource(await context.journeys.recordEvidence(session, document), 201, "sessions");
        await context.journeys.advance(session, "delivered");
        await context.journeys.recordRequiredEvidence(session);
        await expectMove(context, check, { session, to: "documented", attributes: { content: planted.content } });
        const sale = await context.journeys.charge(session);
        check.resource(sale, 201, "sales");
        const { currency } = session.offer.price;
        if (await context.world.declares("payments.record_payment")) {
          const paid = await pay(context, { id: String(sale.at("data.id")), currency }, { units: 1 });
          check.resource(paid, 201, "payments");
        }
        await expectMove(context, check, { session, to: "verified", as: "client" });
        const other = await context.journeys.walkTo("scheduled");
        await expectMove(context, check, { session: other, to: "cancelled", attributes: { reason: planted.reason } });
        const own = () =>
          receiver.at(path).filter((one) => [session.id, other.id].includes(String(factsOf(one).session_id)));
        await receiver.until(path, () => {
          const names = own().map(eventOf);
          return ["evidence.submitted", "service.verified", "booking.cancelled"].every((name) => names.includes(name));
        });
        check.holds("events to scan", own().length >= 6, {
          expected: "those of a whole delivery",
          actual: own().map(eventOf),
        });
        const credentials = Object.values(context.settings.credentials).map((one) => one.token);
        const forbidden = [...Object.values(planted), ...credentials, secret];
        for (const delivered of receiver.at(path)) {
          const text = delivered.raw.toString("utf8");
          const name = eventOf(delivered);
          const found = forbidden.filter((one) => text.includes(one));
          check.equal(`secrets and content in ${name}`, { expected: 0, actual: found.length });
          check.holds(`mail addresses in ${name}`, !MAIL.test(text), {
            expected: "none",
            actual: MAIL.exec(text)?.[0] ?? "none",
          });
          const members = new Set<string>();
          walkJson(delivered.body, (where) => {
            const last = where.split("/").at(-1) ?? "";
            if (SECRET_MEMBER.test(last)) members.add(where);
          });
          check.equal(`members that hold such things in ${name}`, { expected: [], actual: [...members] });
        }
      });
    });
  },
});
