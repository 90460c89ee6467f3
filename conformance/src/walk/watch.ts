import type { Answer } from "../answer.ts";
import { isRecord, pickList, sameJson } from "../json-path.ts";
import type { SessionView, TransitionView } from "../session-view.ts";
import { Broken } from "./invariants.ts";
import { hasMove, holds, overlap, type Span, spanOf, type WalkModel, type WalkSession } from "./model.ts";

/** Holds a new sight of a session against what was seen before, and against the machine. @throws Broken */
export function watchSession(before: SessionView | null, now: SessionView, answer: Answer): void {
  const records = now.transitions;
  const first = records[0];
  if (before === null && !(first?.from === null && first.to === "requested"))
    throw new Broken("first", { what: "the first record", expected: "null to requested", actual: first, answer });
  for (const [index, record] of records.entries()) watchRecord(records[index - 1], record, answer);
  const last = records.at(-1)?.to;
  if (last !== now.state)
    throw new Broken("chain", { what: "the last record", expected: now.state, actual: last ?? "none", answer });
  if (before !== null) watchKept(before, now, answer);
}

function watchRecord(previous: TransitionView | undefined, record: TransitionView, answer: Answer): void {
  const from = record.from ?? null;
  if (previous !== undefined && previous.to !== from) {
    const seen = {
      what: "a record begins where the one before ended",
      expected: String(previous.to),
      actual: from,
      answer,
    };
    throw new Broken("chain", seen);
  }
  if (!hasMove("service", from, record.to)) {
    const actual = `${from ?? "null"} to ${record.to}`;
    throw new Broken("order", { what: "a recorded move", expected: "one of the table", actual, answer });
  }
  if (previous !== undefined && Date.parse(record.at ?? "") < Date.parse(previous.at ?? ""))
    throw new Broken("time", { what: "at", expected: `${previous.at} or later`, actual: record.at, answer });
}

/** Fields of a record that a later reading must show as they were. */
function watchKept(before: SessionView, now: SessionView, answer: Answer): void {
  const earlier = pickList(before.attributes, "lifecycle.transitions");
  const later = pickList(now.attributes, "lifecycle.transitions");
  for (const [index, record] of earlier.entries()) {
    if (sameJson(record, later[index])) continue;
    throw new Broken("kept", {
      what: `record ${index + 1}`,
      expected: JSON.stringify(record),
      actual: later[index] ?? "gone",
      answer,
    });
  }
}

/** Expects that a refused request left a session as it was. @throws Broken */
export function watchUnmoved(
  before: SessionView,
  now: SessionView,
  { refused, answer }: { refused: string; answer: Answer },
): void {
  const what = `the session after a refused ${refused}`;
  if (before.state !== now.state)
    throw new Broken("order", { what, expected: before.state, actual: now.state, answer });
  if (before.transitions.length !== now.transitions.length) {
    const expected = `${before.transitions.length} records`;
    throw new Broken("order", { what, expected, actual: `${now.transitions.length} records`, answer });
  }
  for (const name of ["starts_at", "provider_id", "billing"]) {
    const [was, is] = [before.attributes[name], now.attributes[name]];
    if (!sameJson(was ?? null, is ?? null))
      throw new Broken("order", { what: `${name} of ${what}`, expected: JSON.stringify(was), actual: is, answer });
  }
}

interface Placed extends Span {
  readonly session: WalkSession;
}

/** Expects that nobody is in two places at once, and no resource above its capacity. @throws Broken */
export function watchPlaces(model: WalkModel, answer: Answer): void {
  const placed: Placed[] = model.sessions.flatMap((session) => {
    const span = spanOf(session.view);
    return span === null ? [] : [{ ...span, session }];
  });
  for (const [index, one] of placed.entries()) {
    for (const other of placed.slice(index + 1)) watchPair(model, [one, other], answer);
  }
  for (const resource of model.resources) {
    const buffer = resource.bufferMinutes * 60_000;
    const inside = placed
      .filter((one) => one.resourceId === resource.id && holds(one.session.view.state, "resource"))
      .map((one) => ({ ...one, end: one.end + buffer }));
    for (const moment of inside.map(({ start }) => start)) {
      const present = inside.filter(({ start, end }) => start <= moment && moment < end);
      if (present.length <= resource.capacity) continue;
      throw new Broken("capacity", {
        what: `clients at once at ${new Date(moment).toISOString()}`,
        expected: `at most ${resource.capacity}`,
        actual: present.map(({ session }) => session.id),
        answer,
      });
    }
  }
}

function watchPair(model: WalkModel, [one, other]: readonly [Placed, Placed], answer: Answer): void {
  if (!overlap(one, other)) return;
  const both = (what: "provider" | "client") => [one, other].every(({ session }) => holds(session.view.state, what));
  const expected = "one of the two at most";
  const actual = [one, other].map(({ session, start }) => `${session.id} from ${new Date(start).toISOString()}`);
  if (both("client") && one.clientId === other.clientId)
    throw new Broken("parties", { what: "two sessions of one client overlap", expected, actual, answer });
  if (both("provider") && one.providerId === other.providerId && !isGroup(model, one, other))
    throw new Broken("parties", { what: "two sessions of one provider overlap", expected, actual, answer });
}

/** Sessions that share offer, start and a resource for several are one group (lifecycle 9.1). */
function isGroup(model: WalkModel, one: Placed, other: Placed): boolean {
  const resource = model.resources.find(({ id }) => id === one.resourceId);
  const sameOffer = one.session.view.attributes.service_id === other.session.view.attributes.service_id;
  return sameOffer && one.start === other.start && one.resourceId === other.resourceId && (resource?.capacity ?? 2) > 1;
}

/** Expects that a refusal is an error of the protocol. @throws Broken */
export function watchRefusal(answer: Answer): void {
  if (answer.exchange.response === null || answer.status < 400) return;
  const errors = pickList(answer.body, "errors");
  const fits = errors.length > 0 && errors.every((error) => isRecord(error) && error.status === String(answer.status));
  if (answer.status < 500 && fits) return;
  const expected = answer.status < 500 ? "the error envelope" : "no server error";
  throw new Broken("envelope", {
    what: "a refusal",
    expected,
    actual: `${answer.describe()} ${answer.text.slice(0, 300)}`,
    answer,
  });
}
