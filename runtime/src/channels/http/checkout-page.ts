import type { FastifyInstance } from "fastify";
import { isoInstant } from "../../clock.ts";
import { fromMinorUnits } from "../../money.ts";
import type { NodeServices } from "../../pipeline/execute.ts";
import type { PaymentIntentRow } from "../../storage/rows.ts";

const STATES: Readonly<Record<PaymentIntentRow["state"], string>> = {
  open: "to be paid",
  settled: "paid; book with this reference now",
  used: "paid and used for a booking",
  expired: "expired; ask for a new one by booking again",
};

/**
 * The address of a checkout: what is to be paid to whom, until when, and whether it was. Paying is between the payer and
 * the organization. Whoever knows the reference sees the amount, and nothing of client, offer or time.
 */
export async function checkoutPage(app: FastifyInstance, { database, clock }: NodeServices): Promise<void> {
  app.get<{ Params: { id: string } }>("/checkout/:id", async (request, reply) => {
    const found = await database.read(({ db }) =>
      db
        .selectFrom("payment_intents")
        .innerJoin("organizations", "organizations.id", "payment_intents.organizationId")
        .selectAll("payment_intents")
        .select("organizations.name")
        .where("payment_intents.id", "=", request.params.id)
        .executeTakeFirst(),
    );
    reply.header("content-type", "text/plain; charset=utf-8").header("cache-control", "no-store");
    if (!found) return reply.code(404).send("There is no such payment.\n");
    const isOver = found.state === "open" && found.expiresAt <= clock.now();
    return reply.send(
      [
        `To:        ${found.name}`,
        `Amount:    ${fromMinorUnits(found.amountMinor, found.currency)} ${found.currency}`,
        `Reference: ${found.id}`,
        `Until:     ${isoInstant(found.expiresAt)}`,
        `State:     ${STATES[isOver ? "expired" : found.state]}`,
        "",
      ].join("\n"),
    );
  });
}
