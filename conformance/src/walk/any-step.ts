import fc from "fast-check";
import type { Ground } from "./ground.ts";
import type { Step } from "./step.ts";
import { Book, BookAtOnce, Repeat } from "./steps-bookings.ts";
import { ChargeAgain, Draft, MoveOrder, Pay, PayOrder, ReadLedger } from "./steps-money.ts";
import { Convene, Hurry, Move, MoveAtOnce } from "./steps-moves.ts";
import { ChangeMandate, Issue, MakeResource, UseMandate } from "./steps-others.ts";

/** A choice among what the model has when the step is taken; it shrinks to the first. */
const any = fc.nat({ max: 11 });
const few = fc.nat({ max: 3 });

/** How often a step comes, in comparison with the others. */
type Weighted = readonly [times: number, step: fc.Arbitrary<Step>];

/** Every step that the ground allows, as often as its weight says: most of them book and move. */
export function anyStep(ground: Ground): fc.Arbitrary<Step>[] {
  const weighted = [
    ...aboutSessions(ground),
    ...(ground.withPayments ? aboutPayments() : []),
    ...(ground.withResources ? aboutResources() : []),
    ...(ground.withOrders ? aboutOrders(ground) : []),
    ...(ground.withMandates ? aboutMandates() : []),
  ];
  // A command is drawn evenly from the list; what comes often stands in it often.
  return weighted.flatMap(([times, step]) => Array.from({ length: times }, () => step));
}

function aboutSessions(ground: Ground): readonly Weighted[] {
  const booking = fc.record({
    slot: any,
    client: fc.nat({ max: 2 }),
    resource: ground.withResources ? fc.nat({ max: 2 }) : fc.constant(0),
    // Mostly none: an order may be booked in one of its states only.
    order: ground.withOrders ? fc.nat({ max: 7 }).map((one) => Math.max(0, one - 4)) : fc.constant(0),
  });
  const steps: Weighted[] = [
    [6, booking.map((choice) => new Book(choice))],
    [1, booking.map((choice) => new BookAtOnce({ ...choice, order: 0 }))],
    [1, fc.constant(null).map(() => new Repeat())],
    [9, fc.record({ session: any, to: any }).map((aim) => new Move({ ...aim, lawful: true }))],
    [3, fc.record({ session: any, to: fc.nat({ max: 13 }) }).map((aim) => new Move({ ...aim, lawful: false }))],
    [3, fc.record({ session: any, times: fc.nat({ max: 5 }) }).map((choice) => new Hurry(choice))],
    [1, any.map((session) => new MoveAtOnce(session))],
    [1, any.map((session) => new ChargeAgain(session))],
  ];
  const convened = fc.record({ session: any, operation: any, slot: any }).map((choice) => new Convene(choice));
  return ground.conveniences.length > 0 ? [...steps, [2, convened]] : steps;
}

function aboutPayments(): readonly Weighted[] {
  return [[3, fc.record({ session: any, share: any }).map((choice) => new Pay(choice))]];
}

function aboutResources(): readonly Weighted[] {
  return [[1, fc.record({ capacity: few, buffer: few }).map((choice) => new MakeResource(choice))]];
}

function aboutOrders(ground: Ground): readonly Weighted[] {
  return [
    [1, fc.constant(null).map(() => new Draft())],
    [3, fc.record({ order: any, what: fc.nat({ max: 17 }) }).map((choice) => new MoveOrder(choice))],
    [1, any.map((order) => new ReadLedger(order))],
    [ground.withPayments ? 1 : 0, any.map((order) => new PayOrder(order))],
  ];
}

function aboutMandates(): readonly Weighted[] {
  const use = fc.record({ mandate: any, session: any, meanwhile: few.map((one) => one === 3) });
  return [
    [1, fc.constant(null).map(() => new Issue())],
    [2, fc.record({ mandate: any, what: any }).map((choice) => new ChangeMandate(choice))],
    [3, use.map((choice) => new UseMandate(choice))],
  ];
}
