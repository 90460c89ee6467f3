import { defineMutants } from "../../define-mutants.ts";
import { sentBy } from "../../fault-parts.ts";
import { allowing, answering, enveloped } from "../../faulty.ts";

export default defineMutants("SVC-SEC-004", {
  "lets the organization deliver": () =>
    allowing("lifecycle.transition", "FORBIDDEN", (call) =>
      call.caller === "organization" ? sentBy(call, "provider") : null,
    ),
  "lets the organization act for anybody": () =>
    answering("scheduling.book", async (call) => {
      const reply = await call.pass();
      if (![403, 404].includes(reply.status)) return null;
      return enveloped(201, { data: { type: "sessions", id: "ses_any", attributes: {} } });
    }),
});
