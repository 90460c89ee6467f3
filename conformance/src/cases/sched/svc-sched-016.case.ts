import { declaredNames } from "../../declared-names.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-SCHED-016",
  title: "a recurring booking makes at most 52 independent sessions",
  negativeOmitted: "no operation of the published table books a series, so none of 53 can be refused",
  async run(context) {
    const names = await declaredNames(context, /recurr|series/i);
    if (names.length === 0)
      context.notApplicable("recurring bookings are optional, and the node does not declare them");
    context.notVerified(`the node declares ${names.join(", ")}; no published operation books a series`);
  },
});
