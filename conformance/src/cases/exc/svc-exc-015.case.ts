import { accountOf, pay, standing } from "../../accounts.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { decide, dispute, disputeRecord, undecidable } from "../../dispute-steps.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { walkOn } from "../../near-slots.ts";

/** The client contests, and the organization agrees; expects the end of the session and its record. */
async function expectUpheld(context: CaseContext, check: Check, session: OwnedSession): Promise<void> {
  check.resource(await dispute(context, session), 200, "sessions");
  const answer = await decide(context, session, { to: "cancelled", party: "organization" });
  if (check.resource(answer, 200, "sessions")) check.state(answer, "cancelled");
  const { answer: read, session: view } = await context.journeys.read(session.id);
  const last = view.transitions.at(-1);
  check.equal("the last move", { expected: ["disputed", "cancelled"], actual: [last?.from, last?.to], answer: read });
  const resolution = disputeRecord(view)?.resolution;
  check.equal("resolution", { expected: "client_prevails", actual: resolution, answer: read });
  const status = read.at("data.attributes.billing.status");
  check.equal("billing.status", { expected: "pending", actual: status, answer: read });
}

export default defineCase({
  requirement: "SVC-EXC-015",
  title: "when the client prevails the session is cancelled and the client stands as before",
  async run(context) {
    await context.positive("a charge that was not paid", async (check) => {
      const session = await undecidable(context, "documented");
      const before = await accountOf(context, session.clientId);
      await walkOn(context, session, "charged");
      const charged = await accountOf(context, session.clientId);
      check.holds("the charge is owed", (charged.balance ?? 0) > (before.balance ?? 0), {
        expected: `more than ${before.balance}`,
        actual: charged.balance,
        answer: charged.answer,
      });
      await expectUpheld(context, check, session);
      const { balance, status, answer, ...after } = await accountOf(context, session.clientId);
      check.equal("balance", { expected: before.balance, actual: balance, answer });
      check.equal("status of the account", { expected: before.status, actual: status, answer });
      check.equal("sales that stand", {
        expected: [],
        actual: standing({ ...after, answer, balance, status }, session.id),
        answer,
      });
    });
    if (!(await context.world.declares("payments.record_payment"))) return;
    await context.positive("a charge that was paid", async (check) => {
      const session = await undecidable(context, "charged");
      const sale = need(standing(await accountOf(context, session.clientId), session.id)[0], "the sale");
      check.resource(await pay(context, sale, sale.total), 201, "payments");
      await expectUpheld(context, check, session);
      const account = await accountOf(context, session.clientId);
      const due = standing(account, session.id).reduce((sum, one) => sum + one.due, 0);
      check.equal("what the client owes", { expected: 0, actual: due, answer: account.answer });
      // Given back, or kept for the client: nothing is owed, and nothing is the organization's.
      const returned = account.balance === 0 ? account.status === "settled" : account.status === "in_credit";
      check.holds("the account", returned, {
        expected: "settled, or in credit by what was paid",
        actual: { status: account.status, balance: account.balance },
        answer: account.answer,
      });
      if (account.status === "in_credit")
        check.equal("the credit", { expected: sale.total, actual: account.balance, answer: account.answer });
    });
  },
});
