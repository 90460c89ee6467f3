import { defineMutants } from "../../define-mutants.ts";
import { moving } from "../../fault-parts.ts";
import { byAgent, doingWhatItRefuses, ignoring, misreading } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

const THRESHOLD = "require_confirmation_above";
const charging = (call: MutantCall) => byAgent()(call) && moving("charged")(call);

export default defineMutants("SVC-AUTO-007", {
  "sells for an agent without asking": () =>
    ignoring("CONFIRMATION_REQUIRED", { which: byAgent("payments.create_sale") }),
  "charges for an agent without asking": () => ignoring("CONFIRMATION_REQUIRED", { which: charging }),
  "records a payment for an agent without asking": () =>
    ignoring("CONFIRMATION_REQUIRED", { which: byAgent("payments.record_payment") }),
  "takes the approval of less for one of more": () =>
    misreading(THRESHOLD, ({ amount, currency }) => ({ amount: amount + 1, currency })),
  "takes an approval in any currency": () => misreading(THRESHOLD, ({ amount }) => ({ amount, currency: "CLP" })),
  "asks about what was approved in advance": () => misreading(THRESHOLD, ({ currency }) => ({ amount: 0, currency })),
  "asks, and sells": () => doingWhatItRefuses(byAgent("payments.create_sale"), "CONFIRMATION_REQUIRED"),
  "asks, and records the payment": () =>
    doingWhatItRefuses(byAgent("payments.record_payment"), "CONFIRMATION_REQUIRED"),
});
