import type { ServiceState } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import { moveSession, theSystem } from "../lifecycle/move-session.ts";
import { type DemoNode, startDemoNode, TEST_START } from "./demo-node.ts";
import type { Party, TestAnswer } from "./party-client.ts";

/** A place as check-in and check-out take it: the clinic's door. */
export const PLACE = { lat: -33.4263, lng: -70.6171 };

/** A clinical record that satisfies the catalogue (evidence page 2). */
export const CLINICAL_RECORD = {
  evidence_type: "document",
  data: {
    uri: "https://records.clinica-andes.example/2026/4711",
    document_type: "clinical_record",
    signed_by: ["provider", "client"],
  },
};

const CAMILAS_MORNING = ["09:00", "09:45", "10:30", "11:15", "12:00"];
const CAMILAS_AFTERNOON = ["14:30", "15:15", "16:00", "16:45", "17:30"];

/** What a session is booked with; everything has a default that works. */
export interface Booking {
  readonly offer?: string;
  readonly provider?: string;
  readonly client?: string;
  readonly resource?: string;
  readonly startsAt?: string;
  /** Service order that it is booked under. */
  readonly order?: string;
  readonly paymentIntent?: string;
  /** Who books; default the organization. */
  readonly as?: Party;
}

/** How a session is driven one step further along the happy path. */
type Step = (clinic: Clinic, id: string) => Promise<TestAnswer>;

const STEPS: readonly (readonly [ServiceState, Step])[] = [
  ["scheduled", (clinic, id) => clinic.transition("organization", id, { to_state: "scheduled" })],
  ["confirmed", (clinic, id) => clinic.call("client", "scheduling.confirm", { session_id: id })],
  ["in_progress", (clinic, id) => clinic.call("provider", "delivery.checkin", { session_id: id, location: PLACE })],
  ["delivered", (clinic, id) => clinic.call("provider", "delivery.checkout", { session_id: id, location: PLACE })],
  [
    "documented",
    (clinic, id) => clinic.transition("provider", id, { to_state: "documented", evidence: CLINICAL_RECORD }),
  ],
  ["charged", (clinic, id) => clinic.transition("organization", id, { to_state: "charged" })],
  ["verified", (clinic, id) => clinic.transition("client", id, { to_state: "verified" })],
];

/** States beside the happy path: where they branch off, and how. */
const BRANCHES: Partial<Record<ServiceState, readonly [ServiceState, Step]>> = {
  pending_confirmation: ["requested", (clinic, id) => clinic.awaitConfirmation(id)],
  cancelled: ["requested", (clinic, id) => clinic.call("organization", "scheduling.cancel", { session_id: id })],
  rescheduling: [
    "scheduled",
    (clinic, id) => clinic.transition("organization", id, { to_state: "rescheduling", reason: "strike" }),
  ],
  reassigning: [
    "confirmed",
    (clinic, id) =>
      clinic.transition("provider", id, { to_state: "reassigning", reason: "ill", no_show_type: "provider" }),
  ],
  partial: [
    "in_progress",
    (clinic, id) =>
      clinic.transition("provider", id, {
        to_state: "partial",
        reason: "power cut",
        partial: { description: "the first half", delivered_minutes: 20 },
      }),
  ],
  disputed: [
    "delivered",
    (clinic, id) => clinic.transition("client", id, { to_state: "disputed", reason: "too short" }),
  ],
};

/** The demo clinic with its names resolved, and sessions of it in whatever state a test begins with. */
export class Clinic {
  readonly demo: DemoNode;
  readonly #ids: ReadonlyMap<string, string>;
  #slotsTaken = 0;

  private constructor(demo: DemoNode, ids: ReadonlyMap<string, string>) {
    this.demo = demo;
    this.#ids = ids;
  }

  static async open(...overrides: Parameters<typeof startDemoNode>): Promise<Clinic> {
    const demo = await startDemoNode(...overrides);
    const rows = await demo.node.services.database.read(async ({ db }) =>
      (
        await Promise.all(
          (["offers", "providers", "clients", "resources"] as const).map((table) =>
            db.selectFrom(table).select(["id", "name"]).execute(),
          ),
        )
      ).flat(),
    );
    return new Clinic(demo, new Map(rows.map((row) => [row.name, row.id])));
  }

  close(): Promise<void> {
    return this.demo.close();
  }

  /** Id of what the demo document calls by this name. */
  id(name: string): string {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`The demo clinic has no ${name}.`);
    return id;
  }

  /** Calls an operation as a party, with that party as the actor. */
  call(party: Party, ...request: Parameters<DemoNode["stranger"]["call"]>): Promise<TestAnswer> {
    return this.demo.as(party).call(...request);
  }

  transition(party: Party, id: string, attributes: Record<string, unknown>): Promise<TestAnswer> {
    return this.call(party, "lifecycle.transition", { session_id: id, ...attributes });
  }

  /** The next start in Camila's calendar that no test has taken yet, at least a day ahead of the node's time. */
  nextSlot(): string {
    for (;;) {
      const slot = camilasSlot(this.#slotsTaken++);
      if (Date.parse(slot) > this.demo.clock.now() + 86_400_000) return slot;
    }
  }

  /** Books a physiotherapy session of María with Camila unless told otherwise. */
  book(booking: Booking = {}): Promise<TestAnswer> {
    const {
      offer = "Physiotherapy session",
      provider = "Camila Rojas",
      client = "María",
      resource,
      as = "organization",
    } = booking;
    return this.call(as, "scheduling.book", {
      service_id: this.id(offer),
      provider_id: this.id(provider),
      client_id: this.id(client),
      starts_at: booking.startsAt ?? this.nextSlot(),
      ...(resource !== undefined && { resource_id: this.id(resource) }),
      ...(booking.order !== undefined && { service_order_id: booking.order }),
      ...(booking.paymentIntent !== undefined && { payment_intent_id: booking.paymentIntent }),
    });
  }

  /** Id of a new session in a state; its history leads there by the shortest way. */
  async sessionIn(state: ServiceState, booking: Booking = {}): Promise<string> {
    const booked = succeeded(await this.book(booking));
    const id: string = booked.body.data.id;
    const branch = BRANCHES[state];
    const last = branch ? branch[0] : state;
    for (const [reached, step] of STEPS.slice(0, STEPS.findIndex(([name]) => name === last) + 1)) {
      const answer = succeeded(await step(this, id));
      const now = answer.body.data.attributes.lifecycle.current_state;
      if (now !== reached) throw new Error(`The session should be ${reached} and is ${now}.`);
    }
    if (branch) succeeded(await branch[1](this, id));
    return id;
  }

  /** Puts a session where only the public lane leads, through the one writer of a session's state. */
  async awaitConfirmation(id: string): Promise<TestAnswer> {
    const { database } = this.demo.node.services;
    await database.transaction(async (tx) => {
      const session = await tx.db.selectFrom("sessions").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      await moveSession({ tx, clock: this.demo.clock }, session, { to: "pending_confirmation", author: theSystem });
    });
    return this.call("organization", "lifecycle.get_state", { session_id: id });
  }

  /** The session as its organization reads it. */
  async session(id: string): Promise<TestAnswer["body"]> {
    return succeeded(await this.call("organization", "service.get", { service_id: id })).body.data.attributes;
  }

  /** Where the session stands. */
  async lifecycle(id: string): Promise<TestAnswer["body"]> {
    return succeeded(await this.call("organization", "lifecycle.get_state", { session_id: id })).body.data.attributes;
  }

  /** Moves the node's time to a moment before (negative) or after another one, in seconds. */
  moveTimeTo(moment: string, seconds = 0): void {
    this.demo.clock.set(Date.parse(moment) + seconds * 1000);
  }

  /** The node's time as it goes over the wire. */
  get now(): string {
    return isoInstant(this.demo.clock.now());
  }
}

/** An answer that must have succeeded. */
export function succeeded(answer: TestAnswer): TestAnswer {
  if (answer.status < 300) return answer;
  throw new Error(`The call should have succeeded and was answered ${answer.status}: ${answer.text}`);
}

/** The n-th start in Camila's calendar from the day after the tests begin; -03:00 until the clocks go back in April. */
function camilasSlot(index: number): string {
  let left = index;
  for (let day = 1; day <= 32; day++) {
    const date = new Date(TEST_START + day * 86_400_000);
    const weekday = date.getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const times = weekday === 5 ? CAMILAS_MORNING : [...CAMILAS_MORNING, ...CAMILAS_AFTERNOON];
    const time = times[left];
    if (time !== undefined) return `${date.toISOString().slice(0, 10)}T${time}:00-03:00`;
    left -= times.length;
  }
  throw new Error("Camila's calendar has no more slots for this file of tests.");
}
