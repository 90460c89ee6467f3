import type { ServicialoClient } from "@servicialo/schema/0.8/client";
import type { ServiceOffer } from "@servicialo/schema/0.8/types";
import type { Agent, HeldMandate } from "../agent.ts";
import { bodyOf, expectThat } from "../expect.ts";
import type { Journal } from "../journal.ts";
import type { McpConnection } from "../mcp-connection.ts";
import type { Narrator } from "../narrator.ts";
import type { Person } from "../person.ts";

/** Everybody in the story. */
export interface Stage {
  /** An MCP client without a credential, and the same over HTTP. */
  readonly stranger: { readonly mcp: McpConnection; readonly node: ServicialoClient };
  readonly patient: Person;
  readonly provider: Person;
  readonly administrator: Person;
  readonly clinicsAgent: Agent;
  readonly patientsAgent: Agent;
  readonly organizationSlug: string;
  /** By which the clinic knows the patient. */
  readonly patientsEmail: string;
  readonly journal: Journal;
  readonly narrator: Narrator;
}

/** An offer of the catalogue. */
export interface Offer {
  readonly id: string;
  readonly attributes: ServiceOffer;
}

/** What is known of the clinic before anybody acts. */
export interface Clinic {
  /** `org:` with the slug: where the mandates of the story hold. */
  readonly context: string;
  /** Delivered by the story's provider. */
  readonly offer: Offer;
  /** One that costs more. */
  readonly dearOffer: Offer;
  /** Whether the node lets time be moved. */
  readonly sandboxClock: boolean;
}

/** Who may do what from the beginning. */
export interface FirstMandates {
  /** The patient's agent may look. */
  readonly looking: HeldMandate;
  /** The clinic's agent runs calendar and till. */
  readonly running: HeldMandate;
  /** The clinic's agent keeps the provider's records. */
  readonly recording: HeldMandate;
}

/** Everything that later scenes play with. */
export interface Scene extends Stage {
  readonly clinic: Clinic;
  readonly mandates: FirstMandates;
}

/** The node's time, epoch milliseconds; nodes without a sandbox clock keep real time. */
export async function nodeTime({ administrator, clinic }: Stage & { readonly clinic: Clinic }): Promise<number> {
  if (!clinic.sandboxClock) return Date.now();
  const clock = bodyOf("sandbox clock", await administrator.node.call("sandbox.get_clock")).data.attributes;
  return Date.parse(clock.now);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is bookable of an offer: who would deliver it, and when. */
export interface Slot {
  readonly provider_id: string;
  readonly starts_at: string;
}

/**
 * The next free slot that suits the patient too, two days away or more. The agent asks for what is public; what suits
 * the patient is in a calendar that only the patient sees.
 */
export async function nextSlot(scene: Scene, offer: Offer): Promise<Slot> {
  const { patientsAgent, patient, organizationSlug } = scene;
  const providerId = offerProvider(scene, offer);
  const from = (await nodeTime(scene)) + 2 * DAY_MS;
  const search = {
    org_slug: organizationSlug,
    service_id: offer.id,
    provider_id: providerId,
    date_from: isoDate(from),
    date_to: isoDate(from + 14 * DAY_MS),
    per_page: 100,
  };
  const free = await patientsAgent.does("scheduling.check_availability", search, { note: "public, no mandate" });
  const own = bodyOf("the patient's calendar", await patient.node.call("scheduling.check_availability", search));
  const suits = new Set(own.data.map(({ attributes }) => attributes.starts_at));
  const slot = free.data
    .map(({ attributes }) => attributes)
    .find(({ starts_at: start }) => Date.parse(start) >= from && suits.has(start));
  expectThat(`a slot of "${offer.attributes.name}" is free within two weeks`, slot !== undefined);
  return { provider_id: providerId, starts_at: slot.starts_at };
}

/** Whether a slot is still offered to anybody. */
export async function isFree({ stranger, organizationSlug }: Scene, offer: Offer, slot: Slot): Promise<boolean> {
  const search = {
    org_slug: organizationSlug,
    service_id: offer.id,
    provider_id: slot.provider_id,
    date_from: isoDate(Date.parse(slot.starts_at) - DAY_MS),
    date_to: isoDate(Date.parse(slot.starts_at) + DAY_MS),
    per_page: 100,
  };
  const { data } = bodyOf("availability", await stranger.node.call("scheduling.check_availability", search));
  return data.some(({ attributes }) => Date.parse(attributes.starts_at) === Date.parse(slot.starts_at));
}

/** A booking of a slot for the patient. */
export function bookingOf({ patient }: Scene, offer: Offer, slot: Slot) {
  return { service_id: offer.id, client_id: patient.id, ...slot };
}

/** The state of a session, as the patient reads it over HTTP. */
export async function stateOf({ patient }: Scene, sessionId: string): Promise<string> {
  const answer = await patient.node.call("lifecycle.get_state", { session_id: sessionId });
  return bodyOf("lifecycle.get_state", answer).data.attributes.current_state;
}

function offerProvider({ provider }: Stage, { attributes }: Offer): string {
  const all = attributes.provider_ids ?? [];
  const [first] = all;
  expectThat(`somebody delivers "${attributes.name}"`, first !== undefined);
  return all.includes(provider.id) ? provider.id : first;
}

function isoDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
