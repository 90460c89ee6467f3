import type { OperationId } from "@servicialo/schema/0.8/operations";
import { listAudit } from "./audit/list.ts";
import { getOrCreate } from "./clients/get-or-create.ts";
import { approveConfirmation, rejectConfirmation } from "./confirmations/decide.ts";
import { getConfirmation } from "./confirmations/get.ts";
import { listConfirmations } from "./confirmations/list.ts";
import { checkInSession } from "./delivery/check-in.ts";
import { checkOutSession } from "./delivery/check-out.ts";
import { recordSessionEvidence } from "./delivery/record-evidence.ts";
import { getA2aCard, getA2aCardBesideLevel2, getRootA2aCard } from "./discovery/a2a-card.ts";
import { getAgentCard, getRootAgentCard } from "./discovery/agent-card.ts";
import { listAgents } from "./discovery/list-agents.ts";
import { getMcpPointer } from "./discovery/mcp-pointer.ts";
import { quickstart } from "./docs/quickstart.ts";
import { documentSession } from "./documentation/create.ts";
import type { AnyHandler } from "./handler.ts";
import { live, ready } from "./infrastructure/health.ts";
import { getClock, setClock } from "./infrastructure/sandbox-clock.ts";
import { getState } from "./lifecycle/get-state.ts";
import { transition } from "./lifecycle/transition.ts";
import { auditOfMandate } from "./mandates/audit.ts";
import { getMandate } from "./mandates/get.ts";
import { issueMandate } from "./mandates/issue.ts";
import { listMandates } from "./mandates/list.ts";
import { reactivateMandate } from "./mandates/reactivate.ts";
import { revokeMandate } from "./mandates/revoke.ts";
import { suspendMandate } from "./mandates/suspend.ts";
import { contract } from "./offers/contract.ts";
import { get } from "./offers/get.ts";
import { list } from "./offers/list.ts";
import { activateOrder } from "./orders/activate.ts";
import { createOrder } from "./orders/create.ts";
import { getOrder } from "./orders/get.ts";
import { getLedger } from "./orders/get-ledger.ts";
import { listOrders } from "./orders/list.ts";
import { proposeOrder } from "./orders/propose.ts";
import { transitionOrder } from "./orders/transition.ts";
import { updateOrder } from "./orders/update.ts";
import { createSaleForSessions } from "./payments/create-sale.ts";
import { getStatus } from "./payments/get-status.ts";
import { recordPayment } from "./payments/record-payment.ts";
import { cancelPublicBooking } from "./public/cancel.ts";
import { confirmPublicBooking } from "./public/confirm.ts";
import { createPublicBooking } from "./public/create.ts";
import { getPublicBooking } from "./public/get.ts";
import { reschedulePublicBooking } from "./public/reschedule.ts";
import { capabilities } from "./registry/capabilities.ts";
import { getOrganization } from "./registry/get-organization.ts";
import { manifest } from "./registry/manifest.ts";
import { search } from "./registry/search.ts";
import { heartbeat } from "./resolver/heartbeat.ts";
import { getTrustScore, lookup } from "./resolver/lookup.ts";
import { register } from "./resolver/register.ts";
import { searchResolver } from "./resolver/search.ts";
import { updateEndpoint } from "./resolver/update-endpoint.ts";
import { createResource } from "./resources/create.ts";
import { deleteResource } from "./resources/delete.ts";
import { getResource } from "./resources/get.ts";
import { getResourceAvailability } from "./resources/get-availability.ts";
import { listResources } from "./resources/list.ts";
import { updateResource } from "./resources/update.ts";
import { book } from "./scheduling/book.ts";
import { cancelSession } from "./scheduling/cancel.ts";
import { checkAvailability } from "./scheduling/check-availability.ts";
import { confirmSession } from "./scheduling/confirm.ts";
import { rescheduleSession } from "./scheduling/reschedule.ts";
import { createSubscription } from "./webhooks/create-subscription.ts";
import { deleteSubscription } from "./webhooks/delete-subscription.ts";
import { getDelivery } from "./webhooks/get-delivery.ts";
import { listSubscriptions } from "./webhooks/list-subscriptions.ts";
import { reactivateSubscription } from "./webhooks/reactivate-subscription.ts";
import { rotateSecret } from "./webhooks/rotate-secret.ts";
import { testSubscription } from "./webhooks/test-subscription.ts";
import { updateSubscription } from "./webhooks/update-subscription.ts";

/**
 * Every operation of the protocol and what answers it here; null: known, not offered, answered 501. An operation of the
 * specification that is missing here does not compile, and the capabilities document lists what is not null.
 */
export const handlers: { readonly [Id in OperationId]: AnyHandler<Id> } = {
  "a2a.get_agent_card": getA2aCard,
  "audit.list": listAudit,
  "capabilities.get": capabilities,
  "clients.get_or_create": getOrCreate,
  "confirmations.approve": approveConfirmation,
  "confirmations.get": getConfirmation,
  "confirmations.list": listConfirmations,
  "confirmations.reject": rejectConfirmation,
  "contract.get": contract,
  "delivery.checkin": checkInSession,
  "delivery.checkout": checkOutSession,
  "delivery.record_evidence": recordSessionEvidence,
  "discovery.get_a2a_card": getA2aCardBesideLevel2,
  "discovery.get_agent_card": getAgentCard,
  "discovery.get_mcp_pointer": getMcpPointer,
  "discovery.get_root_a2a_card": getRootA2aCard,
  "discovery.get_root_agent_card": getRootAgentCard,
  "discovery.list_agents": listAgents,
  "docs.quickstart": quickstart,
  "documentation.create": documentSession,
  "health.live": live,
  "health.ready": ready,
  "lifecycle.get_state": getState,
  "lifecycle.transition": transition,
  "mandates.audit": auditOfMandate,
  "mandates.get": getMandate,
  "mandates.issue": issueMandate,
  "mandates.list": listMandates,
  "mandates.reactivate": reactivateMandate,
  "mandates.revoke": revokeMandate,
  "mandates.suspend": suspendMandate,
  "payments.create_sale": createSaleForSessions,
  "payments.get_status": getStatus,
  "payments.record_payment": recordPayment,
  "public_bookings.cancel": cancelPublicBooking,
  "public_bookings.confirm": confirmPublicBooking,
  "public_bookings.create": createPublicBooking,
  "public_bookings.get": getPublicBooking,
  "public_bookings.reschedule": reschedulePublicBooking,
  "registry.get_organization": getOrganization,
  "registry.manifest": manifest,
  "registry.search": search,
  "resolve.lookup": lookup,
  "resolve.register": register,
  "resolve.search": searchResolver,
  "resolve.update_endpoint": updateEndpoint,
  "resource.create": createResource,
  "resource.delete": deleteResource,
  "resource.get": getResource,
  "resource.get_availability": getResourceAvailability,
  "resource.list": listResources,
  "resource.update": updateResource,
  "sandbox.get_clock": getClock,
  "sandbox.set_clock": setClock,
  "scheduling.book": book,
  "scheduling.cancel": cancelSession,
  "scheduling.check_availability": checkAvailability,
  "scheduling.confirm": confirmSession,
  "scheduling.reschedule": rescheduleSession,
  "service.get": get,
  "service_orders.activate": activateOrder,
  "service_orders.create": createOrder,
  "service_orders.get": getOrder,
  "service_orders.get_ledger": getLedger,
  "service_orders.list": listOrders,
  "service_orders.propose": proposeOrder,
  "service_orders.transition": transitionOrder,
  "service_orders.update": updateOrder,
  "services.list": list,
  "telemetry.heartbeat": heartbeat,
  "trust.get_score": getTrustScore,
  "webhooks.create_subscription": createSubscription,
  "webhooks.delete_subscription": deleteSubscription,
  "webhooks.get_delivery": getDelivery,
  "webhooks.list_subscriptions": listSubscriptions,
  "webhooks.reactivate_subscription": reactivateSubscription,
  "webhooks.rotate_secret": rotateSecret,
  "webhooks.test_subscription": testSubscription,
  "webhooks.update_subscription": updateSubscription,
};
