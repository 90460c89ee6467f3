export type { BillingStatus, ServiceState } from "@servicialo/schema/0.8/types";
