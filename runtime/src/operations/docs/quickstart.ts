import { basePath, type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { Quickstart, QuickstartStep } from "@servicialo/schema/0.8/types";
import { publicUrlOf } from "../../config.ts";
import { MCP_PATH } from "../discovery/mcp-pointer.ts";
import type { Handler } from "../handler.ts";
import { servedOperations } from "../served-operations.ts";

/** The way into a node, in the order of the phases; steps that this node does not offer are left out. */
const STEPS: readonly { readonly operation: OperationId; readonly title: string; readonly description: string }[] = [
  {
    operation: "registry.search",
    title: "Find an organization",
    description: "Name a vertical, and a country where it is not cl. Needs no credential.",
  },
  {
    operation: "services.list",
    title: "See what it offers",
    description: "Its slug leads to the active, public offers, each with price, duration and providers.",
  },
  {
    operation: "scheduling.check_availability",
    title: "Find a free time",
    description: "Name a service and a range; the slots that come back can be booked as they stand.",
  },
  {
    operation: "contract.get",
    title: "Read the rules first",
    description:
      "Cancellation, evidence, payment and dispute rules, before any commitment. From here on a credential is needed; an agent names its mandate in actor.mandate_id.",
  },
  {
    operation: "clients.get_or_create",
    title: "Say who the client is",
    description: "Found by mail address or telephone number, created when there is none.",
  },
  {
    operation: "scheduling.book",
    title: "Book",
    description: "Offer, provider, client and start. Send an idempotency key, so that repeating does no harm.",
  },
  {
    operation: "scheduling.confirm",
    title: "Confirm",
    description: "An appointment is acknowledged before it is delivered.",
  },
  {
    operation: "lifecycle.get_state",
    title: "Follow it",
    description: "Where the session stands, where it can go, and how it came there.",
  },
  {
    operation: "delivery.record_evidence",
    title: "Show the delivery",
    description: "What the contract asks for. Marking a session delivered is its provider's alone.",
  },
  {
    operation: "payments.create_sale",
    title: "Charge it",
    description: "Once it is documented. Money never moves the lifecycle by itself.",
  },
];

/** The way into this node, as data. */
export const quickstart: Handler<"docs.quickstart"> = async ({ config }) => {
  const served = servedOperations();
  const url = publicUrlOf(config);
  const steps: QuickstartStep[] = STEPS.filter(({ operation }) => served.includes(operation)).map((step, index) => ({
    order: index + 1,
    ...step,
  }));
  const tools = served.filter((id) => operations[id].tool !== null);
  const attributes: Quickstart = {
    steps,
    tools: { public: tools.filter(isPublic), authenticated: tools.filter((id) => !isPublic(id)) },
    links: {
      manifest: `${url}${operations["registry.manifest"].url}`,
      capabilities: `${url}${basePath}/`,
      agents: `${url}${operations["discovery.list_agents"].url}`,
      mcp: `${url}${MCP_PATH}`,
    },
  };
  return { id: "quickstart", attributes };
};

function isPublic(id: OperationId): boolean {
  return operations[id].tier === "discovery" || operations[id].tier === "resolver";
}
