import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../clock.ts";
import { plantSeed } from "../seed/plant-seed.ts";
import { parseSeedDocument } from "../seed/seed-document.ts";
import { openDatabase } from "../storage/open-database.ts";
import { runInProcess } from "../testing/command-in-process.ts";
import { newTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { addCalendar } from "./calendar.ts";
import { addKeys } from "./keys.ts";
import { addMembers, addOrganization } from "./organization.ts";
import { addProfile } from "./profile.ts";

const YOGA = {
  slug: "yoga-norte",
  name: "Yoga Norte",
  vertical: "wellness",
  country: "cl",
  timezone: "America/Santiago",
  currency: "CLP",
  discoverable: false,
  resources: [],
  providers: [{ ref: "rita", name: "Rita", availability: [{ days: [1], from: "09:00", to: "12:00" }] }],
  offers: [],
  clients: [],
};

let database: TestDatabase;
let rita: string;
beforeAll(async () => {
  database = await newTestDatabase();
  const opened = await openDatabase({ location: database.location });
  const document = parseSeedDocument({ organizations: [YOGA], keys: {} });
  rita = await opened.transaction(async (tx) => {
    await plantSeed(tx, systemClock, document);
    return (await tx.db.selectFrom("providers").select("id").executeTakeFirstOrThrow()).id;
  });
  await opened.close();
});
afterAll(() => database.drop());

/** Runs a command in this process; answers what it printed. */
async function run(...args: readonly string[]): Promise<string> {
  const commands = [addOrganization, addMembers, addKeys, addCalendar, addProfile];
  return (await runInProcess(commands, [...args, "-d", database.location])).join("\n");
}

const CREATE = ["--vertical", "wellness", "--country", "cl", "--timezone", "America/Santiago", "--currency", "CLP"];
const found = (pattern: RegExp, text: string) => pattern.exec(text)?.[0] ?? `nothing like ${pattern}`;

describe("organization, members and keys", () => {
  it("take an organization in, publish it, and hand its key on", async () => {
    const created = await run(
      "organization",
      "create",
      "yoga-sur",
      "--name",
      "Yoga Sur",
      "--administrator",
      "Paula",
      ...CREATE,
    );
    const [member, key] = [found(/mem_\w+/, created), found(/key_\w+/, created)];
    expect(created.match(/svk_/g)).toHaveLength(1);
    expect(await run("organization", "list")).toMatch(/yoga-sur {2}unpublished/);
    await run("organization", "publish", "-o", "yoga-sur", "--by", member);
    expect(await run("organization", "list")).toMatch(/yoga-sur {2}published/);
    expect(await run("organization", "consents", "-o", "yoga-sur")).toMatch(new RegExp(`published  ${member}$`));
    await expect(run("organization", "unpublish", "-o", "yoga-norte", "--by", member)).rejects.toThrow(
      /no active member/,
    );

    const rotated = await run("keys", "rotate", key, "--overlap", "2");
    const next = found(/key_\w+/, rotated);
    const listed = await run("keys", "list", "-o", "yoga-sur");
    expect(listed).toMatch(new RegExp(`${key}  active .* until .* for ${member}`));
    expect(listed).toMatch(new RegExp(`${next}  active .* for ${member}`));
    const expiring = await run("keys", "create", "-o", "yoga-sur", "--member", member, "--expires-in", "30");
    expect(expiring).not.toContain(next);
    await expect(run("keys", "rotate", key, "--overlap", "soon")).rejects.toThrow(/--overlap is "soon"/);

    const second = found(/mem_\w+/, await run("members", "add", "-o", "yoga-sur", "--name", "Olga", "--administrator"));
    expect(await run("members", "remove", member, "-o", "yoga-sur")).toMatch(/3 key\(s\) revoked/);
    expect(await run("members", "list", "-o", "yoga-sur")).toMatch(
      new RegExp(`${second}  administrator  active  Olga\n.*former`),
    );
  });
});

describe("calendar", () => {
  it("adds, lists and removes exceptions", async () => {
    const where = ["-o", "yoga-norte"];
    const holiday = found(
      /cex_\w+/,
      await run("calendar", "add", ...where, "--from", "2026-12-25", "--reason", "Christmas"),
    );
    await run(
      "calendar",
      "add",
      ...where,
      "--provider",
      rita,
      "--from",
      "2026-12-25",
      "--start",
      "10:00",
      "--end",
      "12:00",
      "--open",
    );
    const listed = await run("calendar", "list", ...where);
    expect(listed).toMatch(new RegExp(`${holiday}  closed  organization .* whole days  Christmas`));
    expect(listed).toMatch(new RegExp(`open  provider  ${rita}  2026-12-25  10:00-12:00`));
    expect(await run("calendar", "list", ...where, "--provider", rita)).not.toContain(holiday);
    await run("calendar", "remove", holiday, ...where);
    await expect(run("calendar", "remove", holiday, ...where)).rejects.toThrow(/no exception/);
    await expect(run("calendar", "add", ...where, "--from", "2026-12-32")).rejects.toThrow(/no date/);
  });
});

describe("profile", () => {
  it("states, verifies and shows facts as JSON and JSON-LD", async () => {
    const where = ["-o", "yoga-norte"];
    await run("profile", "set", rita, "license_number", "4711", ...where);
    await run("profile", "set", rita, "years_experience", "11", ...where, "--visibility", "public");
    await run("profile", "set", rita, "profession", "teacher", ...where, "--visibility", "public");
    await run("profile", "verify", rita, "profession", "--by", "The school", ...where);
    const shown = JSON.parse(await run("profile", "show", rita, ...where));
    const values = Object.fromEntries(
      shown.attributes.map(({ key, value }: { key: string; value: unknown }) => [key, value]),
    );
    expect(values).toMatchObject({
      years_experience: 11,
      profession: "teacher",
      typical_hours: { monday: [{ start: "09:00", end: "12:00" }] },
    });
    expect(values).not.toHaveProperty("license_number");
    const all = JSON.parse(await run("profile", "show", rita, ...where, "--sees", "private"));
    expect(all.attributes).toContainEqual(expect.objectContaining({ key: "license_number", value: "4711" }));
    const linked = JSON.parse(await run("profile", "show", rita, ...where, "--format", "jsonld"));
    expect(linked).toMatchObject({ "@type": "servicialo:Teacher", name: "Rita", "servicialo:years_experience": 11 });
    const versions = JSON.parse(await run("profile", "history", rita, "profession", ...where));
    expect(versions.map(({ origin }: { origin: string }) => origin)).toEqual(["declared", "verified"]);
    await expect(run("profile", "show", "prv_nobody", ...where)).rejects.toThrow(/no provider prv_nobody/);
    await expect(run("profile", "show", rita, ...where, "--format", "xml")).rejects.toThrow(/--format is "xml"/);
  });
});
