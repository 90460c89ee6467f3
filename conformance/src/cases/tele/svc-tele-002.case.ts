import { declaredNames } from "../../declared-names.ts";
import { defineCase } from "../../define-case.ts";

/** Telemetry beside the signs of life, whose figures have an operation of their own. */
const EVENTS = /telemetry(?!\.heartbeat|_heartbeat)/i;

export default defineCase({
  requirement: "SVC-TELE-002",
  title: "operational events hold buckets only",
  negativeOmitted: "events go to a collector that the node's operator names; no request of the protocol takes one",
  async run(context) {
    const names = await declaredNames(context, EVENTS);
    if (names.length === 0)
      context.notApplicable("the node declares no operational events; what it does not send, it cannot get wrong");
    context.notVerified(`the node declares ${names.join(", ")}; no operation lets the suite name the collector`);
  },
});
