import type { OperationHandlers } from "../generated/handlers.ts";
import { operations } from "../generated/operations.ts";
import { isImplemented, type OperationId } from "../generated/servicialo.ts";
import type { ServiceOffer } from "../generated/types.ts";
import type { Context } from "./context.ts";
import type { Organization, Store } from "./store.ts";

/** Offers that an organization shows to everybody. */
export function publicOffers(store: Store, organization: Organization): ServiceOffer[] {
  return store.offers.filter(
    ({ organization_id, visibility, active }) =>
      organization_id === organization.id && visibility === "public" && active,
  );
}

/** What this node does: whatever it has a handler for, and nothing else. */
export async function servedOperations(): Promise<OperationId[]> {
  // The table imports the handler that asks, so it is looked up only when asked for.
  const { handlers }: { handlers: OperationHandlers<Context> } = await import("../generated/handler-table.ts");
  return (Object.keys(operations) as OperationId[]).filter((id) => isImplemented(handlers[id]));
}
