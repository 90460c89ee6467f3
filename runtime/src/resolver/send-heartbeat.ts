import type { HeartbeatMetrics } from "@servicialo/schema/0.8/types";
import type { NodeServices } from "../pipeline/execute.ts";
import { nextBeatIn } from "../rules/heartbeat-plan.ts";
import type { Tx } from "../storage/open-database.ts";
import type { OrganizationRow, ResolverLinkRow } from "../storage/rows.ts";
import { askResolver } from "./resolver-client.ts";

/** Days that the figure of appointments looks back. */
const METRICS_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Tells a resolver that an organization of this node lives (SVC-RSLV-001), with its figures where it wants them to be sent, and
 * writes down what came of it.
 */
export async function sendHeartbeat(services: NodeServices, link: ResolverLinkRow, stop: AbortSignal): Promise<void> {
  const { database, clock, vault } = services;
  const { slug, country, metrics } = await database.read(async (tx) => {
    const organization = await tx.db
      .selectFrom("organizations")
      .selectAll()
      .where("id", "=", link.organizationId)
      .executeTakeFirstOrThrow();
    return { ...organization, metrics: link.metricsEnabled ? await figuresOf(tx, organization, clock.now()) : null };
  });
  const account = { url: link.resolverUrl, key: vault.openText(link.id, link.sealedKey) };
  const answer = await askResolver(account, "telemetry.heartbeat", {
    path: { country, org_slug: slug },
    attributes: { heartbeat: true, ...(metrics && { metrics }) },
    stop,
  });
  if (stop.aborted && answer.status === null) return;
  const now = clock.now();
  const arrived = answer.status !== null && answer.status < 300;
  const failures = arrived ? 0 : link.failures + 1;
  await database.transaction(({ db }) =>
    db
      .updateTable("resolver_links")
      .set({
        failures,
        claimedUntil: null,
        nextAttemptAt: now + nextBeatIn(failures),
        lastAnswer: [answer.status ?? "", answer.text].join(" ").trim(),
        ...(arrived && { lastSentAt: now }),
      })
      .where("id", "=", link.id)
      .execute(),
  );
}

/** Counts, and nothing that leads to anybody. */
async function figuresOf({ db }: Tx, { id }: OrganizationRow, now: number): Promise<HeartbeatMetrics> {
  const offers = await db
    .selectFrom("offers")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("organizationId", "=", id)
    .where("active", "=", true)
    .executeTakeFirstOrThrow();
  const booked = await db
    .selectFrom("sessions")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("organizationId", "=", id)
    .where("createdAt", ">=", now - METRICS_DAYS * DAY_MS)
    .executeTakeFirstOrThrow();
  return { services_active: Number(offers.count), appointments_30d: Number(booked.count) };
}
