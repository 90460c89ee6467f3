import { defineMutants } from "../../define-mutants.ts";
import { answering, refusal } from "../../faulty.ts";

export default defineMutants("SVC-EXT-001", {
  "refuses members that it does not know": () =>
    answering("scheduling.book", ({ attributes }) =>
      Object.keys(attributes).every((name) => KNOWN.includes(name)) ? null : refusal("VALIDATION_ERROR"),
    ),
  "refuses parameters that it does not know": () =>
    answering("registry.search", ({ query }) =>
      [...query.keys()].every((name) => SEARCHED.includes(name)) ? null : refusal("VALIDATION_ERROR"),
    ),
});

const SEARCHED = ["vertical", "location", "country", "limit", "page"];
const KNOWN = [
  ...["service_id", "provider_id", "client_id", "starts_at", "resource_id", "actor", "human_intent_confirmed"],
  ...["submission", "service_order_id", "payer_id", "payment_intent_id"],
];
