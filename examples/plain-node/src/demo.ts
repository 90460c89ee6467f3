import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Key, Store } from "./store.ts";

/** One party's key, as the certification suite reads it. */
export interface DemoCredential {
  readonly token: string;
  readonly id: string;
  readonly organization?: string;
}

const GYM = "gimnasio-norte";
const NEIGHBOUR = "gimnasio-sur";

/** A gymnasium and its neighbour, with a key for everybody; the keys are new each time. */
export function plantDemo(
  store: Store,
  now: number,
): {
  readonly organization: string;
  readonly credentials: Readonly<Record<string, DemoCredential>>;
} {
  const work = store.begin();
  const credentials: Record<string, DemoCredential> = {};
  const grant = (party: string, key: Omit<Key, "id">, organization?: string) => {
    const token = randomBytes(24).toString("base64url");
    work.put("keys", { ...key, id: createHash("sha256").update(token).digest("hex") });
    credentials[party] = { token, id: key.subjectId, ...(organization !== undefined && { organization }) };
  };
  const plant = (slug: string, name: string) => {
    const organizationId = `org_${randomUUID()}`;
    work.put("organizations", {
      id: organizationId,
      slug,
      name,
      vertical: "fitness",
      country: "cl",
      location: "Antofagasta",
      timezone: "America/Santiago",
      currency: "CLP",
      createdAt: now,
    });
    const people = ["Elena Soto", "Marco Díaz"].map((person) => {
      const provider = { id: `prv_${randomUUID()}`, organizationId, name: person, opens: 6 * 60, closes: 23 * 60 };
      return work.put("providers", provider).id;
    });
    const offer = (type: string, price: number, visibility: "public" | "unlisted" | "private") =>
      work.put("offers", {
        id: `svc_${randomUUID()}`,
        organizationId,
        type,
        name: type.replaceAll("_", " "),
        durationMinutes: 45,
        price: { minor: price, currency: "CLP" },
        modality: "in_person",
        visibility,
        providerIds: people,
      });
    offer("personal_training", 25_000, "public");
    offer("body_assessment", 18_001, "public");
    offer("press_visit", 1_000, "unlisted");
    offer("staff_training", 1_000, "private");
    const clients = ["Ana", "Luis"].map((first) => {
      const email = `${first.toLowerCase()}@${slug}.example`;
      const person = { organizationId, email, phone: null, name: first, lastName: "Rojas", noShows: 0 };
      return work.put("clients", { id: `cli_${randomUUID()}`, ...person }).id;
    });
    return { organizationId, people, clients };
  };
  const gym = plant(GYM, "Gimnasio Norte");
  const { organizationId } = gym;
  grant("organization", { organizationId, subjectType: "organization", subjectId: organizationId });
  for (const [index, prefix] of ["", "second_"].entries()) {
    grant(`${prefix}provider`, { organizationId, subjectType: "provider", subjectId: gym.people[index] ?? "" });
    grant(`${prefix}client`, { organizationId, subjectType: "client", subjectId: gym.clients[index] ?? "" });
  }
  const other = plant(NEIGHBOUR, "Gimnasio Sur");
  const foreign = { organizationId: other.organizationId };
  grant(
    "foreign_organization",
    { ...foreign, subjectType: "organization", subjectId: other.organizationId },
    NEIGHBOUR,
  );
  grant("foreign_provider", { ...foreign, subjectType: "provider", subjectId: other.people[0] ?? "" }, NEIGHBOUR);
  grant("foreign_client", { ...foreign, subjectType: "client", subjectId: other.clients[0] ?? "" }, NEIGHBOUR);
  work.commit();
  return { organization: GYM, credentials };
}
