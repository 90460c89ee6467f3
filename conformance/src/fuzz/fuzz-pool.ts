import type { CaseContext } from "../case-context.ts";
import { pickText } from "../json-path.ts";
import { orderTerms } from "../order-terms.ts";
import { NotApplicable, Unmet } from "../verdict.ts";

/** Values that mean something on the node, by the name of the member that takes them. */
export interface FuzzPool {
  readonly known: ReadonlyMap<string, readonly unknown[]>;
  /** Texts of another organization, which no answer to this one may hold. */
  readonly foreign: readonly string[];
}

/** Things of this run, so that whatever is done to them is done to nobody else. */
export async function fillPool(context: CaseContext): Promise<FuzzPool> {
  const { world, node } = context;
  const known = new Map<string, unknown[]>();
  const add = (value: unknown, ...names: readonly string[]) => {
    if (value === undefined || value === null) return;
    for (const name of names) known.set(name, [...(known.get(name) ?? []), value]);
  };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Unmet || error instanceof NotApplicable)) throw error;
    }
  };
  add(await world.organizationSlug(), "org_slug", "org_id", "slug");
  await attempt(async () => add(await world.organizationId(), "organization_id"));
  await attempt(async () => {
    const { country, vertical } = await world.organization();
    add(country, "country");
    add(vertical, "vertical");
  });
  await attempt(async () => add(await world.actorOf("organization"), "actor"));
  await attempt(async () => {
    const session = await context.journeys.book();
    add(session.id, "session_id");
    add(session.offer.serviceId, "service_id");
    add(session.id, "service_id");
    add(session.offer.providerId, "provider_id");
    add(session.clientId, "client_id", "payer_id");
    add(session.slot.startsAt, "starts_at", "new_datetime", "new_starts_at");
    add(session.offer.price, "unit_price", "amount");
    const day = session.slot.startsAt.slice(0, 10);
    add(day, "date_from", "date_to");
  });
  await attempt(async () => {
    await world.needs("service_orders.create");
    const answer = await node.call("service_orders.create", { attributes: await orderTerms(context) });
    add(pickText(answer.body, "data.id"), "order_id", "service_order_id");
  });
  const foreign: string[] = [];
  await attempt(async () => {
    await world.needs("clients.get_or_create");
    const mark = `Q${world.uniqueWord().replaceAll("-", "")}`;
    const actor = await world.actorOf("foreign_organization");
    const answer = await node.call("clients.get_or_create", {
      attributes: { email: `${mark}@example.org`, name: mark, last_name: "Foreign", actor },
      as: "foreign_organization",
    });
    if (!answer.ok) return;
    foreign.push(mark);
    add(pickText(answer.body, "data.id"), "client_id", "payer_id");
    add(node.credential("foreign_organization").organization, "org_slug");
  });
  return { known, foreign };
}
