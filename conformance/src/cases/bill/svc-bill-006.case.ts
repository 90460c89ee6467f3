import { declaredNames } from "../../declared-names.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-BILL-006",
  title: "payroll counts charged sessions only",
  negativeOmitted: "payroll has no operation in the protocol",
  async run(context) {
    const names = await declaredNames(context, /payroll/i);
    if (names.length === 0) context.notApplicable("payroll is optional, and the node does not declare it");
    context.notVerified(`the node declares ${names.join(", ")}; no published operation shows what payroll counts`);
  },
});
