// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Every scope that a mandate can grant. */
export const scopes = {
  "discovery:read": { summary: "Read unlisted provider attributes.", operations: [] },
  "document:read": { summary: "Read the records of a delivery.", operations: [] },
  "document:write": { summary: "Create the record of a delivery.", operations: ["documentation.create"] },
  "evidence:write": {
    summary: "Check in and submit evidence; never marks a session delivered.",
    operations: ["delivery.checkin", "delivery.checkout", "delivery.record_evidence"],
  },
  "mandate:admin": { summary: "Suspend mandates, nothing else.", operations: ["mandates.suspend"] },
  "mandate:read": { summary: "See mandates of the same principal.", operations: ["mandates.get", "mandates.list"] },
  "order:read": {
    summary: "Read service orders, their ledgers and contracts.",
    operations: ["contract.get", "service_orders.get", "service_orders.get_ledger", "service_orders.list"],
  },
  "order:write": {
    summary: "Create, propose, activate and move service orders.",
    operations: [
      "service_orders.activate",
      "service_orders.create",
      "service_orders.propose",
      "service_orders.transition",
      "service_orders.update",
    ],
  },
  "patient:read": { summary: "Read client records.", operations: [] },
  "patient:write": { summary: "Create or update client records.", operations: ["clients.get_or_create"] },
  "payment:read": { summary: "Read billing.", operations: ["payments.get_status"] },
  "payment:write": {
    summary: "Create sales and record payments.",
    operations: ["payments.create_sale", "payments.record_payment"],
  },
  "profile:write": { summary: "Edit provider attributes.", operations: [] },
  "resolve:write": {
    summary: "Register an organization and move its endpoints in the resolver.",
    operations: ["resolve.register", "resolve.update_endpoint"],
  },
  "resource:read": {
    summary: "Read resources and their availability.",
    operations: ["resource.get", "resource.get_availability", "resource.list"],
  },
  "resource:write": {
    summary: "Create, change and deactivate resources.",
    operations: ["resource.create", "resource.delete", "resource.update"],
  },
  "schedule:read": { summary: "See agenda and slots beyond the public view.", operations: [] },
  "schedule:write": {
    summary: "Book, confirm, reschedule and cancel sessions.",
    operations: ["scheduling.book", "scheduling.cancel", "scheduling.confirm", "scheduling.reschedule"],
  },
  "service:read": {
    summary: "Read sessions, offers, contracts and states.",
    operations: ["contract.get", "lifecycle.get_state", "service.get"],
  },
  "service:write": {
    summary: "Move the lifecycle of a session, whatever the target state.",
    operations: ["lifecycle.transition"],
  },
  "telemetry:write": { summary: "Send heartbeats.", operations: ["telemetry.heartbeat"] },
} as const;

export type Scope = keyof typeof scopes;
