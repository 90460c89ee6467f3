import { declaredNames } from "../../declared-names.ts";
import { defineCase } from "../../define-case.ts";

/** Telemetry beside the signs of life, which an organization sends by choice. */
const EVENTS = /telemetry(?!\.heartbeat|_heartbeat)/i;

export default defineCase({
  requirement: "SVC-TELE-003",
  title: "operational telemetry can be switched off",
  negativeOmitted: "the switch is a matter of the node's operator and shows in no answer of the protocol",
  async run(context) {
    const names = await declaredNames(context, EVENTS);
    if (names.length === 0) context.notApplicable("the node declares no operational events that could be switched off");
    context.notVerified(`the node declares ${names.join(", ")}; its switch lies outside the protocol`);
  },
});
