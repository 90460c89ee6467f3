import { bookRequested, expectNotIssued, expectRefusedBy, expectStopped } from "../../agent-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

const REFUSAL = { code: "CONSTRAINT_VIOLATED", by: 8, constraint: "ip_allowlist" };

/** Ranges kept for documentation (RFC 5737, RFC 3849): no call ever comes from there. */
const NOBODYS = [
  ["203.0.113.0/24"],
  ["198.51.100.7"],
  ["2001:db8::/32"],
  ["192.0.2.1", "203.0.113.0/24", "2001:db8::1"],
];

export default defineCase({
  requirement: "SVC-MAND-012",
  title: "check 8: calls come from the addresses that the mandate lists",
  async run(context) {
    const session = await bookRequested(context);
    const under = (ranges: readonly string[]) => context.agents.issue({ constraints: { ip_allowlist: ranges } });
    const control = await context.positive("from anywhere", async (check) => {
      const mandate = await under(["0.0.0.0/0", "::/0"]);
      check.resource(await context.agents.read(mandate, session), 200, "services");
      return pickText((await context.agents.trail(mandate)).at(-1)?.attributes, "ip_address");
    });
    for (const ranges of NOBODYS) {
      await context.negative(`from elsewhere than ${ranges.join(", ")}`, control, async (check) => {
        await expectStopped(context, check, { mandate: await under(ranges), session, refusal: REFUSAL });
      });
    }
    const peer = control.value?.replace(/^::ffff:/i, "") ?? "";
    if (/^\d+\.\d+\.\d+\.\d+$/.test(peer)) {
      // The trail says where the node sees us, so that the ranges can be drawn close.
      const own = await context.positive("from the one address that is listed", async (check) => {
        for (const ranges of [[peer], [`${peer}/32`], ["2001:db8::/32", `${peer}/31`]])
          check.resource(await context.agents.read(await under(ranges), session), 200, "services");
      });
      await context.negative("from the address beside the one that is listed", own, async (check) => {
        for (const range of [beside(peer), `${beside(peer)}/32`]) {
          expectRefusedBy(context, check, await context.agents.read(await under([range]), session), REFUSAL);
        }
      });
    }
    for (const broken of [["203.0.113.0/33"], ["300.1.1.1"], ["nowhere"]]) {
      await context.negative(`${broken.join()} at issuance`, control, async (check) => {
        const tried = await context.agents.tryIssue({
          constraints: { ip_allowlist: broken },
          options: { deliberate: true },
        });
        await expectNotIssued(context, check, tried, "/data/attributes/constraints/ip_allowlist");
      });
    }
  },
});

/** The address that differs in its last bit. */
function beside(address: string): string {
  const parts = address.split(".").map(Number);
  return [...parts.slice(0, 3), (parts[3] ?? 0) ^ 1].join(".");
}
