import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueApiKey, rotateApiKey } from "../credentials/api-keys.ts";
import type { Work } from "../lifecycle/author.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { PartyClient } from "../testing/party-client.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { type Founding, foundOrganization } from "./found-organization.ts";
import { addMember, listMembers, removeMember } from "./members.ts";
import { decidePublication, publicationConsents } from "./publication.ts";

const HOUR = 3_600_000;
const YOGA = {
  slug: "yoga-sur",
  name: "Yoga Sur",
  vertical: "wellness",
  country: "cl",
  timezone: "America/Santiago",
  currency: "CLP",
};

let clinic: Clinic;
let founding: Founding;
beforeAll(async () => {
  clinic = await Clinic.open();
  founding = await work((context) =>
    foundOrganization(context, YOGA, { administrator: { name: "Paula", email: "Paula@yoga.example" } }),
  );
});
afterAll(() => clinic.close());

const work = <Result>(act: (work: Work) => Promise<Result>) =>
  clinic.demo.node.services.database.transaction((tx) => act({ tx, clock: clinic.demo.clock }));

/** A connection with any key of an organization. */
const holder = (organizationId: string, token: string) => {
  const keys = { organization: "", credentials: { organization: { id: organizationId, organization: "", token } } };
  return new PartyClient(clinic.demo.node.url, keys, "organization");
};
const asFounded = (token = founding.key.token) => holder(founding.organization.id, token);

describe("an organization that is taken in", () => {
  it("has a first key, in the name of its administrator, that opens it and nothing else", async () => {
    const created = succeeded(await asFounded().call("resource.create", { organization_id: "yoga-sur", name: "Sala" }));
    expect(created.body.data.attributes.organization_id).toBe(founding.organization.id);
    expect(succeeded(await asFounded().call("resource.list", { organization_id: "yoga-sur" })).body.meta.total).toBe(1);
    expect(
      succeeded(await asFounded().call("resource.list", { organization_id: "clinica-andes" })).body.meta.total,
    ).toBe(0);
    expectRefusal(await asFounded().call("resource.get", { resource_id: clinic.id("Box 1") }), "NOT_FOUND");
    expectRefusal(
      await clinic.call("organization", "resource.get", { resource_id: created.body.data.id }),
      "NOT_FOUND",
    );
    const { memberId, secretHash } = await work(({ tx }) =>
      tx.db.selectFrom("credentials").selectAll().where("id", "=", founding.key.id).executeTakeFirstOrThrow(),
    );
    expect(memberId).toBe(founding.administrator.id);
    expect(secretHash).not.toContain(founding.key.token.slice(-43));
  });

  it("is found by nobody before an administrator publishes it, which is recorded with who and when", async () => {
    const search = async () =>
      succeeded(await clinic.demo.stranger.call("registry.search", { vertical: "wellness" })).body.meta.total;
    expect(await search()).toBe(0);
    expectRefusal(await clinic.demo.stranger.call("registry.get_organization", { org_slug: "yoga-sur" }), "NOT_FOUND");
    const { id: organizationId } = founding.organization;
    const memberId = founding.administrator.id;
    const staff = await work((context) => addMember(context, organizationId, { name: "Rita", role: "staff" }));
    await expect(
      work((context) => decidePublication(context, { organizationId, memberId: staff.id, discoverable: true })),
    ).rejects.toThrow("no administrator");
    await expect(
      work((context) =>
        decidePublication(context, { organizationId: clinic.demo.as("organization").id, memberId, discoverable: true }),
      ),
    ).rejects.toThrow(memberId);
    await work((context) => decidePublication(context, { organizationId, memberId, discoverable: true }));
    expect(await search()).toBe(1);
    clinic.demo.clock.advance(HOUR);
    await work((context) => decidePublication(context, { organizationId, memberId, discoverable: false }));
    expect(await search()).toBe(0);
    const acts = await work((context) => publicationConsents(context, organizationId));
    expect(acts.map(({ memberId: by, discoverable, at }) => [by, discoverable, at - clinic.demo.clock.now()])).toEqual([
      [memberId, true, -HOUR],
      [memberId, false, 0],
    ]);
  });

  it.each([
    ["a slug that is taken", { slug: "clinica-andes" }, "is taken"],
    ["a slug that is none", { slug: "Yoga_Sur" }, "no slug"],
    ["a zone that is none", { slug: "other", timezone: "Mars/Base" }, "no zone"],
    ["a currency that is none", { slug: "other", currency: "ABC" }, "no currency"],
    ["a country that is none", { slug: "other", country: "Chile" }, "no country"],
  ])("is refused with %s", async (_what, change, message) => {
    await expect(
      work((context) => foundOrganization(context, { ...YOGA, ...change }, { administrator: { name: "P" } })),
    ).rejects.toThrow(message);
  });
});

describe("members", () => {
  it("lose their keys with the membership; the last administrator stays", async () => {
    const organizationId = founding.organization.id;
    const { id } = await work((context) =>
      addMember(context, organizationId, { name: "Olga", email: "olga@yoga.example", role: "administrator" }),
    );
    await expect(
      work((context) =>
        addMember(context, organizationId, { name: "Olga", email: "OLGA@yoga.example", role: "staff" }),
      ),
    ).rejects.toThrow("member already");
    const { token } = await work(({ tx, clock }) =>
      issueApiKey(tx, clock, { organizationId, subjectType: "organization", subjectId: organizationId, memberId: id }),
    );
    succeeded(await asFounded(token).call("resource.list", { organization_id: "yoga-sur" }));
    await expect(work((context) => removeMember(context, organizationId, id))).resolves.toEqual({ revokedKeys: 1 });
    expectRefusal(await asFounded(token).call("resource.list", { organization_id: "yoga-sur" }), "UNAUTHORIZED");
    succeeded(await asFounded().call("resource.list", { organization_id: "yoga-sur" }));
    await expect(work((context) => removeMember(context, organizationId, founding.administrator.id))).rejects.toThrow(
      "last administrator",
    );
    await expect(work((context) => removeMember(context, organizationId, id))).rejects.toThrow("no active member");
    const people = await work((context) => listMembers(context, organizationId));
    expect(people.map(({ name, active }) => [name, active])).toEqual([
      ["Olga", false],
      ["Paula", true],
      ["Rita", true],
    ]);
  });
});

describe("keys", () => {
  const newKey = (expiresAt?: number) =>
    work(({ tx, clock }) => {
      const { id: organizationId } = founding.organization;
      return issueApiKey(tx, clock, {
        organizationId,
        subjectType: "organization",
        subjectId: organizationId,
        label: "desk",
        ...(expiresAt !== undefined && { expiresAt }),
      });
    });
  const rotate = (id: string, overlapMs: number) => work(({ tx, clock }) => rotateApiKey(tx, clock, { id, overlapMs }));
  const works = async (token: string) =>
    (await asFounded(token).call("resource.list", { organization_id: "yoga-sur" })).status === 200;

  it("end when they were to end", async () => {
    const { token } = await newKey(clinic.demo.clock.now() + HOUR);
    expect(await works(token)).toBe(true);
    clinic.demo.clock.advance(HOUR);
    expect(await works(token)).toBe(false);
  });

  it("are rotated with an overlap in which both work", async () => {
    const former = await newKey();
    const next = await rotate(former.id, HOUR);
    expect(next.formerValidUntil).toBe(clinic.demo.clock.now() + HOUR);
    expect([await works(former.token), await works(next.token)]).toEqual([true, true]);
    clinic.demo.clock.advance(HOUR);
    expect([await works(former.token), await works(next.token)]).toEqual([false, true]);
    await expect(rotate(former.id, HOUR)).rejects.toThrow("no active key");
  });

  it("are rotated without one when they are no longer safe", async () => {
    const former = await newKey();
    const next = await rotate(former.id, 0);
    expect([await works(former.token), await works(next.token)]).toEqual([false, true]);
  });

  it("that were to end live as long again, and never longer in the overlap", async () => {
    const former = await newKey(clinic.demo.clock.now() + 2 * HOUR);
    clinic.demo.clock.advance(HOUR);
    const next = await rotate(former.id, 24 * HOUR);
    expect(next.formerValidUntil).toBe(clinic.demo.clock.now() + HOUR);
    clinic.demo.clock.advance(HOUR + HOUR / 2);
    expect([await works(former.token), await works(next.token)]).toEqual([false, true]);
    clinic.demo.clock.advance(HOUR);
    expect(await works(next.token)).toBe(false);
  });
});

describe("one person in several organizations", () => {
  it("is a client of each, with a record in each", async () => {
    const ana = { email: "ana@correo.example", name: "Ana", last_name: "Silva" };
    const answers = [
      await clinic.call("organization", "clients.get_or_create", ana),
      await asFounded().call("clients.get_or_create", ana),
      await asFounded().call("clients.get_or_create", { ...ana, email: "ANA@correo.example" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 200]);
    const [clinical, yoga, again] = answers.map(({ body }) => body.data);
    expect(clinical.id).not.toBe(yoga.id);
    expect(again.id).toBe(yoga.id);
    expect(yoga.attributes.organization_id).toBe(founding.organization.id);
    expectRefusal(await asFounded().call("payments.get_status", { client_id: clinical.id }), "NOT_FOUND");
  });
});
