import { randomUUID } from "node:crypto";
import type { ServiceOffer } from "../generated/types.ts";
import { newId, type Organization, type Party, type Person, Store } from "./store.ts";

/** A key and the party that it is bound to, as the certification suite wants them. */
export interface DemoKey {
  readonly token: string;
  readonly id: string;
  readonly organization?: string;
}

/** A node with two small organizations, and a key for each party; the keys are new at every start. */
export function demoStore(): { store: Store; slug: string; credentials: Record<string, DemoKey> } {
  const store = new Store();
  const clinic = organization(store, {
    slug: "clinica-sol",
    name: "Clínica Sol",
    vertical: "health",
    location: "Valparaíso",
  });
  const school = organization(store, {
    slug: "escuela-mar",
    name: "Escuela Mar",
    vertical: "education",
    location: "Valparaíso",
  });
  const [ana, luis] = [person(store.providers, clinic, "Ana Reyes"), person(store.providers, clinic, "Luis Tapia")];
  const [marta, jorge] = [person(store.clients, clinic, "Marta Silva"), person(store.clients, clinic, "Jorge Lagos")];
  const [teacher, pupil] = [
    person(store.providers, school, "Elisa Mora"),
    person(store.clients, school, "Tomás Vidal"),
  ];
  offer(store, clinic, [ana, luis], {
    type: "consultation",
    name: "Consultation",
    duration_minutes: 45,
    price: money(35000),
  });
  offer(store, clinic, [ana], {
    type: "supervision",
    name: "Staff supervision",
    duration_minutes: 60,
    price: money(0),
    visibility: "private",
  });
  offer(store, school, [teacher], {
    type: "tutoring",
    name: "Mathematics tutoring",
    duration_minutes: 60,
    price: money(18000),
  });
  const key = (type: Party["type"], id: string, home: Organization): DemoKey => {
    const token = randomUUID();
    store.keys.set(token, { type, id, organizationId: home.id });
    return home === clinic ? { token, id } : { token, id, organization: home.slug };
  };
  const credentials = {
    organization: key("organization", clinic.id, clinic),
    provider: key("provider", ana.id, clinic),
    second_provider: key("provider", luis.id, clinic),
    client: key("client", marta.id, clinic),
    second_client: key("client", jorge.id, clinic),
    foreign_organization: key("organization", school.id, school),
    foreign_provider: key("provider", teacher.id, school),
    foreign_client: key("client", pupil.id, school),
  };
  return { store, slug: clinic.slug, credentials };
}

function organization(
  store: Store,
  facts: Pick<Organization, "slug" | "name" | "vertical" | "location">,
): Organization {
  const made = { id: newId("org"), country: "cl", timezone: "UTC", createdAt: store.instant(), ...facts };
  store.organizations.push(made);
  return made;
}

function person(list: Person[], home: Organization, fullName: string): Person {
  const [name = "", lastName = ""] = fullName.split(" ");
  const made = { id: newId("per"), organizationId: home.id, name, lastName };
  list.push(made);
  return made;
}

type OfferFacts = Pick<ServiceOffer, "type" | "name" | "duration_minutes" | "price" | "visibility">;

function offer(store: Store, home: Organization, providers: readonly Person[], facts: OfferFacts): void {
  store.offers.push({
    id: newId("off"),
    organization_id: home.id,
    vertical: home.vertical,
    modality: "in_person",
    visibility: "public",
    required_evidence: [],
    provider_ids: providers.map(({ id }) => id),
    active: true,
    ...facts,
  });
}

function money(value: number) {
  return { value, currency: "CLP" };
}
