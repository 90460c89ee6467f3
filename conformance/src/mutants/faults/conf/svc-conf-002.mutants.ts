import { defineMutants } from "../../define-mutants.ts";
import { sentBy } from "../../fault-parts.ts";
import { allowing, editingAttributes, enveloped, pretending, renaming } from "../../faulty.ts";
import { byAgent } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

const DECISIONS = ["confirmations.approve", "confirmations.reject"] as const;
const decidedBy = (party: string) => (call: MutantCall) => call.caller === party && call.is(...DECISIONS);
const asHouse = (call: MutantCall) => sentBy(call, "organization");

export default defineMutants("SVC-CONF-002", {
  "lets an agent agree with itself": () => allowing(byAgent("confirmations.approve"), "FORBIDDEN", asHouse),
  "lets an agent reject": () => allowing(byAgent("confirmations.reject"), "FORBIDDEN", asHouse),
  "lets a client decide for the organization": () => allowing(decidedBy("client"), "NOT_FOUND", asHouse),
  "lets any provider decide for the organization": () => allowing(decidedBy("provider"), "NOT_FOUND", asHouse),
  "lets another organization decide": () => allowing(decidedBy("foreign_organization"), "NOT_FOUND", asHouse),
  "lets the organization decide for a client": () =>
    allowing(decidedBy("organization"), "NOT_FOUND", (call) => sentBy(call, "client")),
  "lets a client decide for another one": () =>
    allowing(decidedBy("second_client"), "NOT_FOUND", (call) => sentBy(call, "client")),
  "lets a decision be changed": () =>
    pretending(DECISIONS, "CONFLICT", async (call) => {
      const id = call.params["confirmation_id"];
      const { body } = await call.ask("GET", `/servicialo/v1/confirmation-requests/${id}`, { as: "organization" });
      return enveloped(200, body);
    }),
  "takes a no for a yes": () =>
    editingAttributes("confirmations.reject", (question) => {
      question.status = "approved";
    }),
  "finds no question where an agent asks": () =>
    renaming(byAgent(...DECISIONS), "FORBIDDEN", { code: "NOT_FOUND", status: 404 }),
});
