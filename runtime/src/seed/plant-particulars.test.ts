import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Work } from "../lifecycle/author.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { plantSeed } from "./plant-seed.ts";
import { parseSeedDocument } from "./seed-document.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const work = <Result>(act: (work: Work) => Promise<Result>) =>
  clinic.demo.node.services.database.transaction((tx) => act({ tx, clock: clinic.demo.clock }));

const SEED = `
organizations:
  - slug: estudio-dos
    name: Estudio Dos
    vertical: health
    country: cl
    timezone: America/Santiago
    currency: CLP
    discoverable: true
    members:
      - { ref: boss, name: Berta, email: berta@dos.example, role: administrator }
    published_by: boss
    exceptions:
      - { from: "2026-03-10", reason: holiday }
    resources:
      - ref: room
        name: Room
        type: room
        capacity: 1
        buffer_minutes: 0
        availability: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }]
        exceptions:
          - { from: "2026-03-11", start: "12:00", end: "24:00" }
    providers:
      - ref: camila
        name: Camila Rojas
        email: camila@clinica-andes.example
        availability: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }]
        exceptions:
          - { from: "2026-03-10", start: "10:00", end: "11:00", open: true, reason: on duty }
        profile:
          primary_specialty: { value: sports rehabilitation, visibility: public }
    offers:
      - ref: session
        type: physical_therapy_session
        name: Session
        duration_minutes: 60
        price: 30000
        modality: in_person
        providers: [camila]
    clients: []
keys: {}
`;

describe("a seed document", () => {
  it("plants members, consent, holidays and profiles, beside a provider's record elsewhere", async () => {
    await work(({ tx, clock }) => plantSeed(tx, clock, parseSeedDocument(parse(SEED))));
    const profile = succeeded(await clinic.demo.stranger.call("registry.get_organization", { org_slug: "estudio-dos" }))
      .body.data.attributes;
    expect(profile.providers).toEqual([
      { id: profile.providers[0].id, name: "Camila Rojas", specializations: ["sports rehabilitation"] },
    ]);
    expect(profile.providers[0].id).not.toBe(clinic.id("Camila Rojas"));
    const days = {
      org_slug: "estudio-dos",
      date_from: "2026-03-10",
      date_to: "2026-03-10",
      service_id: profile.services[0].id,
    };
    const starts = async (query: Record<string, unknown>) =>
      succeeded(
        await clinic.demo.stranger.call("scheduling.check_availability", { ...days, per_page: 100, ...query }),
      ).body.data.map(({ attributes }: { attributes: { starts_at: string } }) => attributes.starts_at.slice(11, 16));
    expect(await starts({})).toEqual(["10:00"]);
    const room = await work(({ tx }) =>
      tx.db.selectFrom("resources").select("id").where("name", "=", "Room").executeTakeFirstOrThrow(),
    );
    expect(await starts({ resource_id: room.id })).toEqual([]);
    expect((await starts({ resource_id: room.id, date_from: "2026-03-11", date_to: "2026-03-11" })).at(-1)).toBe(
      "11:00",
    );
    const acts = await work(({ tx }) =>
      tx.db
        .selectFrom("publication_consents")
        .innerJoin("members", "members.id", "publication_consents.memberId")
        .select(["members.name", "discoverable"])
        .where("members.name", "=", "Berta")
        .execute(),
    );
    expect(acts).toEqual([{ name: "Berta", discoverable: true }]);
  });
});
