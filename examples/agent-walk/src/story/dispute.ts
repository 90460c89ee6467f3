import type { Dispute, DisputeOutcome, Sale, Session } from "@servicialo/schema/0.8/types";
import { dataOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { inWords, minorUnits } from "../money.ts";
import { pay, readAccount, saleOf, tryToPay } from "./account.ts";
import { bookAndConfirm, exceptionOf, expectRecord, move, readSession, tryToMove } from "./book.ts";
import { as, type Flow, type Scene } from "./cast.ts";
import { accept, charge, deliver } from "./deliver.ts";
import { nextSlot } from "./find-slots.ts";
import { HOUR_MS, moveTimeTo, nodeTime } from "./sandbox-time.ts";

/** Hours within which a node decides by rule at the latest, where the contract says nothing. */
const HOURS_FOR_PEOPLE = 24;

const DECISION = { method: "manual", note: "Both parties heard, records compared." } as const;

/** The client contests, both parties answer, the organization decides for the provider: the charge stands. */
export const disputeWonByProvider: Flow = {
  title: "a dispute won by the provider",
  needs: ["lifecycle.transition", "delivery.record_evidence", "payments.create_sale", "payments.record_payment"],
  async play(scene) {
    const { sessionId, sale } = await charged(scene);
    const { owed } = await readAccount(scene);
    await contest(scene, sessionId, sale);
    await answer(scene, sessionId);
    const verdict = { session_id: sessionId, to_state: "charged", resolution: DECISION } as const;
    expectRefused("a verdict of the client's own", await tryToMove(scene, "client", verdict), 403, "FORBIDDEN");
    const settled = await move(scene, "organization", verdict);
    expectVerdict(settled, "provider_prevails");
    expectEqual("billing after the verdict", settled.billing.status, "charged");
    const kept = await saleOf(scene, sessionId);
    expectEqual("sale after the verdict", [kept.id, kept.status, kept.due], [sale.id, "open", sale.total]);
    expectEqual("debt after the verdict", (await readAccount(scene)).owed, owed);
    await pay(scene, sale.id, sale.total.value);
    expectEqual("billing after payment", (await readSession(scene, sessionId)).billing.status, "paid");
    await accept(scene, sessionId);
    scene.narrate(
      "disputed and answered; the organization decided for the provider: the charge stands, paid, verified",
    );
  },
};

/** The client contests and is right: the sale is voided, the balance what it was, the money given back. */
export const disputeWonByClient: Flow = {
  title: "a dispute won by the client",
  needs: ["lifecycle.transition", "delivery.record_evidence", "payments.create_sale", "payments.record_payment"],
  async play(scene) {
    const { owed } = await readAccount(scene);
    const { sessionId, sale } = await charged(scene);
    await pay(scene, sale.id, Math.floor(sale.total.value / 2));
    await contest(scene, sessionId, sale);
    const settled = await move(scene, "organization", {
      session_id: sessionId,
      to_state: "cancelled",
      reason: "Not delivered as agreed",
      resolution: DECISION,
    });
    expectVerdict(settled, "client_prevails");
    expectEqual("billing after the verdict", settled.billing.status, "pending");
    const voided = await saleOf(scene, sessionId);
    expectEqual("sale after the verdict", [voided.id, voided.status, voided.due.value], [sale.id, "voided", 0]);
    expectEqual("debt after the verdict", (await readAccount(scene)).owed, owed);
    expectRefused("payment of a voided sale", await tryToPay(scene, sale.id, 1), 409, "CONFLICT");
    scene.narrate(`disputed; the organization decided for the client: ${inWords(sale.total)} voided, balance restored`);
  },
};

/** The evidence is complete and nobody decides: the node may decide for the provider, and never for the client. */
export const disputeByRule: Flow = {
  title: "a dispute decided by the evidence rule",
  needs: ["lifecycle.transition", "delivery.record_evidence", "payments.create_sale", "payments.record_payment"],
  movesTime: true,
  async play(scene) {
    const { cast, clinic } = scene;
    const { sessionId, sale } = await charged(scene);
    await contest(scene, sessionId, sale);
    const hours = clinic.contract.arbitration_policy?.resolution_hours ?? HOURS_FOR_PEOPLE;
    await moveTimeTo(cast, (await nodeTime(scene)).getTime() + hours * HOUR_MS);
    const session = await readSession(scene, sessionId);
    if (session.lifecycle.current_state === "disputed") {
      await move(scene, "organization", { session_id: sessionId, to_state: "charged", resolution: DECISION });
      scene.narrate("the evidence was complete, yet the node leaves disputes to people: the organization decided");
      return;
    }
    expectVerdict(session, "provider_prevails");
    const verdict = session.lifecycle.transitions?.find(({ from }) => from === "disputed");
    expectEqual("author of the verdict", [verdict?.to, verdict?.by, verdict?.method], ["charged", "system", "auto"]);
    expectEqual("billing after the verdict", session.billing.status, "charged");
    scene.narrate(`the evidence was complete: after ${hours} hours the node decided for the provider`);
  },
};

/** A session that is delivered, documented and charged. */
async function charged(scene: Scene): Promise<{ sessionId: string; sale: Sale }> {
  const sessionId = await bookAndConfirm(scene, await nextSlot(scene));
  const before = await readAccount(scene);
  await deliver(scene, sessionId);
  const sale = await charge(scene, sessionId);
  expectEqual("debt after the charge", (await readAccount(scene)).owed - before.owed, minorUnits(sale.total));
  return { sessionId, sale };
}

/** The client, and nobody else, opens a dispute: it is recorded, and the charge is frozen. */
async function contest(scene: Scene, sessionId: string, sale: Sale): Promise<void> {
  const dispute = {
    session_id: sessionId,
    to_state: "disputed",
    reason: "It was half as long as agreed",
    reason_category: "quality",
  } as const;
  expectRefused("a dispute of the provider's", await tryToMove(scene, "provider", dispute), 403, "FORBIDDEN");
  const session = await move(scene, "client", dispute);
  expectEqual("billing while disputed", session.billing.status, "disputed");
  expectRecord(exceptionOf(session, "dispute"), null);
  const { opened_from: from, opened_by: by, reason } = disputeIn(session);
  expectEqual("the dispute", [from, by, reason], ["charged", scene.cast.client.id, dispute.reason]);
  expectRefused("payment while disputed", await tryToPay(scene, sale.id, 1), 409, "CONFLICT");
}

/** Both parties put something into evidence; nothing is decided by that. */
async function answer(scene: Scene, sessionId: string): Promise<void> {
  for (const role of ["client", "provider"] as const) {
    const { node, actor } = as(scene, role);
    const recorded = await node.call("delivery.record_evidence", {
      session_id: sessionId,
      evidence_type: "notes",
      data: { text: `What the ${role} remembers of that morning.` },
      actor,
    });
    const session = dataOf(`evidence of the ${role} while disputed`, recorded, 201).attributes;
    expectEqual("state after further evidence", session.lifecycle.current_state, "disputed");
  }
}

function disputeIn(session: Pick<Session, "lifecycle">): Dispute {
  const { details } = exceptionOf(session, "dispute");
  expectThat("the record holds the dispute", details !== undefined && "opened_from" in details);
  return details;
}

function expectVerdict(session: Pick<Session, "lifecycle">, outcome: DisputeOutcome): void {
  expectRecord(exceptionOf(session, "dispute"), outcome);
  const { status, resolution } = disputeIn(session);
  expectEqual("the verdict", [status, resolution?.outcome], ["resolved", outcome]);
}
