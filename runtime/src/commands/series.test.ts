import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { type CommandRun, runCommand } from "../testing/node-process.ts";
import { bookPublicly } from "../testing/public-lane.ts";
import { expectRefusal } from "../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

/** Runs `servicialo-node` on the clinic's database; a command's clock is the machine's. */
function run(...words: string[]): Promise<CommandRun> {
  return runCommand([
    ...words,
    ...["--database", clinic.demo.node.services.config.database, "--organization", "clinica-andes"],
  ]);
}

const parties = () => [
  ...["--offer", clinic.id("Physiotherapy session"), "--provider", clinic.id("Camila Rojas")],
  ...["--client", clinic.id("María")],
];

/** A Tuesday at least so many weeks ahead, as a local date. */
function tuesday(weeks: number): string {
  const date = new Date(Date.now() + weeks * 7 * 86_400_000);
  date.setUTCDate(date.getUTCDate() + ((9 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

describe("servicialo-node series create", () => {
  it("books a session every so many weeks, all of one series", async () => {
    const { exitCode, stdout } = await run(
      ...["series", "create", ...parties(), "--start", `${tuesday(2)}T10:00`, "--times", "3", "--every-weeks", "2"],
    );
    expect(exitCode).toBe(0);
    const [summary = "", ...lines] = stdout.trimEnd().split("\n").toReversed();
    expect(summary).toMatch(/^ser_\w+: 3 booked, 0 skipped\.$/);
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).toMatch(/^ses_\w+ {2}\d{4}-\d\d-\d\dT10:00:00-0[34]:00 {2}requested$/);
      const session = await clinic.session(line.split(" ")[0] ?? "");
      expect(session.series_id).toBe(summary.split(":")[0]);
    }
  });

  it("books none when one is taken, and names it; skips it when told to", async () => {
    const wish = ["series", "create", ...parties(), "--start", `${tuesday(3)}T11:00`, "--rule", "FREQ=WEEKLY;COUNT=3"];
    expect((await run(...wish.with(-1, "FREQ=WEEKLY;INTERVAL=2;COUNT=2"))).exitCode).toBe(0);
    const refused = await run(...wish);
    expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
    expect(refused.stderr.match(/CONFLICT {2}/g)).toHaveLength(2);
    const skipping = await run(...wish, "--on-conflict", "skip");
    expect(skipping.exitCode).toBe(0);
    expect(skipping.stdout.match(/^skipped .* CONFLICT /gm)).toHaveLength(2);
    expect(skipping.stdout).toContain("1 booked, 2 skipped");
  });

  it("says what is wrong with a rule, and with its absence", async () => {
    const wish = ["series", "create", ...parties(), "--start", `${tuesday(2)}T10:00`];
    const stderr = async (...more: string[]) => (await run(...wish, ...more)).stderr;
    expect(await stderr("--times", "53")).toContain("at most 52");
    expect(await stderr("--rule", "FREQ=WEEKLY")).toContain("must end");
    expect(await stderr()).toContain("either --rule, or --times");
    expect(await stderr("--times", "2", "--on-conflict", "hope")).toContain("reject_all");
  });
});

describe("servicialo-node booking", () => {
  it("changes how bookings are taken, keeps the rest, and shows what the lane decided", async () => {
    const { stdout } = await run("booking", "set", "--public-lane", "off", "--token-days", "3");
    expect(stdout.split("\n")).toEqual(
      expect.arrayContaining(["public_lane: false", "booking_token_ttl_days: 3", "auto_assignment: least_booked"]),
    );
    expectRefusal(await bookPublicly(clinic), "NOT_FOUND");
    expect((await run("booking", "decisions")).stdout).toMatch(
      /^\S+Z {2}public_bookings.create {2}LANE_CLOSED {2}- {2}[0-9a-f]{12}$/m,
    );
    await run("booking", "set", "--public-lane", "on");
    expect((await bookPublicly(clinic)).status).toBe(201);
  });

  it("refuses a policy that there is not", async () => {
    expect((await run("booking", "set", "--auto-assignment", "favourite")).exitCode).toBe(2);
  });
});
