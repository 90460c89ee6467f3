import type { CredentialKind } from "../../../settings.ts";
import { defineMutants } from "../../define-mutants.ts";
import { askedBy } from "../../fault-parts.ts";
import { codeOf, editingAttributes } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Lets somebody read as the organization does. */
const showing =
  (party: CredentialKind): (() => Fault) =>
  () =>
  async (call) => {
    const reply = await call.pass();
    const hidden = ["NOT_FOUND", "FORBIDDEN"].includes(codeOf(reply) ?? "");
    return hidden && askedBy("service.get", party)(call) ? call.pass({ as: "organization" }) : reply;
  };

export default defineMutants("SVC-SENS-003", {
  "shows evidence to another client": showing("second_client"),
  "shows evidence to a provider who has no part in it": showing("second_provider"),
  "shows evidence to the neighbour": showing("foreign_organization"),
  "hides evidence from the client": () =>
    editingAttributes(askedBy("service.get", "client"), ({ proof }) => {
      if (proof) proof.evidence = [];
    }),
  "shows evidence to nobody in particular": () => async (call) => {
    const reply = await call.pass();
    return call.is("service.get") && reply.status === 401 ? call.pass({ as: "organization" }) : reply;
  },
});
