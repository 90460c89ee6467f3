import type { OperationInputs } from "@servicialo/schema/0.8/handlers";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { notFound } from "../errors.ts";
import type { Tx } from "../storage/open-database.ts";
import type { Thing, Touched } from "./checks/6-context.ts";
import type { Principal } from "./extent-of.ts";
import {
  type FindThing,
  findClientThing,
  findMandateThing,
  findOfferThing,
  findOrderThing,
  findOrganizationThing,
  findOwned,
  findRegistrationThing,
  findSaleThing,
  findSessionThing,
  nobodys,
} from "./things.ts";

/** Operations that an agent can be let do: all that ask for a credential and for nobody's in particular. */
export type AgentOperation = {
  [Id in OperationId]: (typeof operations)[Id]["tier"] extends "credential" ? Id : never;
}[OperationId];

/** Whether an operation is one that an agent can be let do. */
export function isAgentOperation(id: OperationId): id is AgentOperation {
  return operations[id].tier === "credential";
}

interface Question<Id extends AgentOperation> {
  readonly tx: Tx;
  readonly input: OperationInputs[Id];
  /** The organization that the mandate holds in. */
  readonly organizationId: string;
  readonly principal: Principal;
}

/**
 * The things that an operation acts on; what the path names has to be there.
 * @throws {ProtocolError} `NOT_FOUND` when nobody has what the path names (errors page, step 8)
 */
type ThingsOf<Id extends AgentOperation> = (question: Question<Id>) => Promise<readonly Thing[]>;

const thing = async (tx: Tx, find: FindThing, id: string | undefined): Promise<readonly Thing[]> => {
  const found = id === undefined ? undefined : await find(tx, id);
  return found ? [found] : [];
};

const addressed = async (tx: Tx, find: FindThing, id: string, what: string): Promise<readonly Thing[]> => {
  const found = await find(tx, id);
  if (!found) throw notFound(what);
  return [found];
};

const session = ({ tx, input }: { tx: Tx; input: { session_id: string } }) =>
  addressed(tx, findSessionThing, input.session_id, "session");
const order = ({ tx, input }: { tx: Tx; input: { order_id: string } }) =>
  addressed(tx, findOrderThing, input.order_id, "service order");
const findResource = findOwned("resources");
const resource = ({ tx, input }: { tx: Tx; input: { resource_id: string } }) =>
  addressed(tx, findResource, input.resource_id, "resource");
const registration = ({ tx, input }: { tx: Tx; input: { org_slug: string } }) =>
  thing(tx, findRegistrationThing, input.org_slug);
const ownProperty = async ({ organizationId }: { organizationId: string }) => [
  nobodys("property", null, organizationId),
];

/** An offer or one delivery, by the kind of its id (D-12). */
const service = async ({ tx, input }: { tx: Tx; input: { service_id: string } }) => {
  const offer = await thing(tx, findOfferThing, input.service_id);
  return offer.length > 0 ? offer : addressed(tx, findSessionThing, input.service_id, "service");
};

/** What each operation acts on. One that is missing here does not compile. */
const thingsOf: { readonly [Id in AgentOperation]: ThingsOf<Id> } = {
  "clients.get_or_create": clientRecord,
  "contract.get": service,
  "delivery.checkin": session,
  "delivery.checkout": session,
  "delivery.record_evidence": session,
  "documentation.create": session,
  "lifecycle.get_state": session,
  "lifecycle.transition": session,
  "mandates.get": ({ tx, input }) => addressed(tx, findMandateThing, input.mandate_id, "mandate"),
  "mandates.list": async () => [],
  "mandates.suspend": ({ tx, input }) => addressed(tx, findMandateThing, input.mandate_id, "mandate"),
  "payments.create_sale": async ({ tx, input, organizationId }) =>
    input.session_id === undefined ? [charge(input, organizationId)] : thing(tx, findSessionThing, input.session_id),
  "payments.get_status": async ({ tx, input }) => [
    ...(await thing(tx, findSaleThing, input.sale_id)),
    ...(await thing(tx, findClientThing, input.client_id)),
  ],
  "payments.record_payment": ({ tx, input }) => addressed(tx, findSaleThing, input.sale_id, "sale"),
  "resolve.register": ownProperty,
  "resolve.update_endpoint": registration,
  "resource.create": ownProperty,
  "resource.delete": resource,
  "resource.get": resource,
  "resource.get_availability": resource,
  "resource.list": ownProperty,
  "resource.update": resource,
  "scheduling.book": async ({ tx, input, organizationId }) => [
    { ...charge(input, organizationId), kind: "booking", orderId: input.service_order_id ?? null },
    ...(await thing(tx, findOrderThing, input.service_order_id)),
  ],
  "scheduling.cancel": session,
  "scheduling.confirm": session,
  "scheduling.reschedule": session,
  "service.get": service,
  "service_orders.activate": order,
  "service_orders.create": async ({ input, organizationId }) => [
    { ...nobodys("order", null, organizationId), clients: [input.client_id], serviceTypes: input.scope.service_types },
  ],
  "service_orders.get": order,
  "service_orders.get_ledger": order,
  "service_orders.list": async ({ tx, input }) => thing(tx, findClientThing, input.client_id),
  "service_orders.propose": order,
  "service_orders.transition": order,
  "service_orders.update": order,
  "telemetry.heartbeat": registration,
};

/**
 * The record that a mail or a telephone number leads to. To a client's agent, another client's looks like none at all;
 * a new record is an addition to the organization.
 */
async function clientRecord({ tx, input, organizationId, principal }: Question<"clients.get_or_create">) {
  const found = await findClientByContact(tx, input, organizationId);
  if (principal.principalType === "patient" && found !== principal.principalId)
    return [nobodys("client", null, organizationId)];
  return found === undefined ? [nobodys("property", null, organizationId)] : thing(tx, findClientThing, found);
}

async function findClientByContact(
  { db }: Tx,
  { email, phone }: OperationInputs["clients.get_or_create"],
  organizationId: string,
): Promise<string | undefined> {
  const contacts = [
    ["email", email?.toLowerCase()],
    ["phone", phone],
  ] as const;
  for (const [column, value] of contacts) {
    if (value === undefined) continue;
    const found = await db
      .selectFrom("clients")
      .select("id")
      .where("organizationId", "=", organizationId)
      .where(column, "=", value)
      .orderBy("createdAt")
      .executeTakeFirst();
    if (found) return found.id;
  }
  return undefined;
}

/** A booking or a charge that does not exist yet: its parties are those that the call names. */
function charge(input: { client_id: string; provider_id: string }, organizationId: string): Thing {
  return { ...nobodys("charge", null, organizationId), clients: [input.client_id], providers: [input.provider_id] };
}

/** Members of an input that name something stored, wherever they stand: it has to lie in the context, too. */
export const NAMED: Readonly<Record<string, FindThing | null>> = {
  session_id: findOwned("sessions"),
  order_id: findOwned("service_orders"),
  service_order_id: findOwned("service_orders"),
  sale_id: findOwned("sales"),
  client_id: findOwned("clients"),
  resource_id: findResource,
  service_id: findOfferThing,
  mandate_id: findOwned("mandates"),
  provider_id: findOwned("providers"),
  payment_intent_id: findOwned("payment_intents"),
  organization_id: findOrganizationThing,
  org_id: findOrganizationThing,
  org_slug: findOrganizationThing,
  // Whoever pays need not be known here, a template is text, a tax id is nobody's key.
  payer_id: null,
  template_id: null,
  tax_id: null,
};

/**
 * Everything that a call touches, whosever it is. Ids that nobody has are left to the operation to refuse, but for the
 * one that the path names.
 * @param tx reaching everybody's rows
 * @throws {ProtocolError} `NOT_FOUND`
 */
export async function touchedBy<Id extends AgentOperation>(
  operationId: Id,
  question: Question<Id>,
): Promise<Touched & { readonly serviceTypes: readonly string[] }> {
  const ask = thingsOf[operationId] as ThingsOf<Id>;
  const things = await ask(question);
  const named: { what: string; organizationId: string }[] = [];
  const serviceTypes = new Set(things.flatMap((each) => each.serviceTypes));
  for (const [member, value] of Object.entries(question.input)) {
    const find = NAMED[member];
    if (!find || typeof value !== "string") continue;
    const found = await find(question.tx, value);
    if (!found) continue;
    named.push({ what: member, organizationId: found.organizationId });
    if (found.kind === "offer") for (const type of found.serviceTypes) serviceTypes.add(type);
  }
  return { things, named, serviceTypes: [...serviceTypes] };
}
