import { setTimeout as pause } from "node:timers/promises";
import { connectOverHttp } from "../src/testing/mcp-client.ts";
import { type NodeProcess, runCommand, serveProcess } from "../src/testing/node-process.ts";
import { openReceiver, type Receiver } from "../src/testing/receiver.ts";
import { Chance } from "./chance.ts";
import { Mix, mandateOf } from "./load/mix.ts";
import { Probe, type Reading } from "./load/probe.ts";
import { type OperationFigures, Tally } from "./load/tally.ts";
import { TownCaller } from "./load/town-caller.ts";
import { newPlace } from "./place.ts";
import { type DatabaseOptions, enduranceOnDatabase, runEndurance, wholeNumber } from "./script.ts";
import { inspect, reading } from "./town/inspect.ts";
import { plantTown, type Town } from "./town/plant.ts";

/** Sizes of a run. */
export interface MixedLoadOptions {
  /** An empty database: a path, or a `postgres://` URL. */
  readonly location: string;
  /** Node processes on it. */
  readonly processes: number;
  /** How long, in seconds. */
  readonly seconds: number;
  /** Steps begun per second; some make several requests. */
  readonly rate: number;
  readonly seed: number;
  /** Length of a report's span, in seconds; default 60. */
  readonly reportEvery?: number;
  readonly print: (line: string) => void;
}

/** What came of a run. */
export interface MixedLoadFigures {
  readonly requests: number;
  /** Answers of 503. */
  readonly shed: number;
  readonly repeated: number;
  readonly delivered: number;
  /** Of the webhooks, so many came after a younger one of the same session: no order is promised. */
  readonly outOfOrder: number;
  readonly sessions: number;
  readonly moves: number;
  readonly auditEntries: number;
  readonly memory: { readonly first: readonly number[]; readonly last: readonly number[] };
  readonly operations: readonly OperationFigures[];
}

const TOWN = {
  providers: 40,
  clients: 60,
  rooms: Array.from({ length: 12 }, (_, n) => ({ capacity: 1 + (n % 4), bufferMinutes: 5 * (n % 3) })),
  agents: 2,
};

/** What the loopback receiver is told of. */
const TOLD = ["booking.created", "booking.confirmed", "booking.cancelled", "service.state_changed"];

/** More steps than this are never under way at once: what cannot be begun then is counted as left out. */
const MOST_AT_ONCE = 400;

/** Milliseconds in which what is in line has to be sent once the load is over. */
const PATIENCE_MS = 120_000;

/**
 * Drives a clinic's mixed load against several nodes on one database, then holds everything against everything else.
 * @throws {Error} naming the promise that did not hold
 */
export async function mixedLoad(options: MixedLoadOptions): Promise<MixedLoadFigures> {
  const { location, processes, print } = options;
  const limits = { SERVICIALO_PUBLIC_RATE_LIMIT: "100000", SERVICIALO_PUBLIC_ORGANIZATION_RATE_LIMIT: "100000" };
  Object.assign(process.env, limits);
  const town = await plantTown(location, TOWN);
  const receiver = await openReceiver();
  const nodes: NodeProcess[] = [];
  try {
    for (let n = 0; n < processes; n += 1) nodes.push(await serveProcess(location, ["--allow-private-webhooks"]));
    for (const { url, child } of nodes) print(`ready: ${url} (process ${child.pid})`);
    return await underLoad(options, town, { nodes, receiver });
  } finally {
    await Promise.all(nodes.map((node) => node.stop()));
    await receiver.close();
  }
}

async function underLoad(
  options: MixedLoadOptions,
  town: Town,
  { nodes, receiver }: { nodes: readonly NodeProcess[]; receiver: Receiver },
): Promise<MixedLoadFigures> {
  const urls = nodes.map(({ url }) => url);
  const mandateId = await prepare(town, urls[0] ?? "", receiver);
  const token = town.keys.credentials["organization"]?.token ?? null;
  const tools = await Promise.all(urls.map((url) => connectOverHttp(`${url}/mcp`, token)));
  const whole = new Tally();
  let minute = new Tally();
  const tally = () => [whole, minute];
  const mix = new Mix({ town, urls, tools, mandateId, tally, chance: new Chance(options.seed) });
  const probe = await Probe.open(town.location, nodes);
  const first = await probe.read();
  try {
    await drive(options, mix, async (second, leftOut) => {
      const span = minute;
      minute = new Tally();
      for (const line of reportLines(span, await probe.read(), { second, leftOut, options })) options.print(line);
    });
    const last = await settled(probe);
    for (const client of tools) await client.close();
    const checked = await examine(town, receiver, mix, whole);
    const figures = { requests: whole.count, shed: whole.shed, repeated: mix.repeated, operations: whole.figures() };
    return { ...figures, ...checked, memory: { first: first.memory, last: last.memory } };
  } finally {
    await probe.close();
  }
}

async function prepare(town: Town, url: string, receiver: Receiver): Promise<string> {
  const caller = new TownCaller(town);
  const issued = await caller.call(url, {
    who: "organization",
    operation: "mandates.issue",
    input: mandateOf(town, 0),
  });
  const input = { url: receiver.url, subscribed_events: TOLD };
  const subscribed = await caller.call(url, { who: "organization", operation: "webhooks.create_subscription", input });
  if (issued.status >= 300 || subscribed.status >= 300) throw new Error(`${issued.text} ${subscribed.text}`);
  return issued.body.data.id;
}

/** Begins steps at the rate, whether or not earlier ones have ended; settles when all have. */
async function drive(
  { seconds, rate, reportEvery = 60 }: MixedLoadOptions,
  mix: Mix,
  report: (second: number, leftOut: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const underWay = new Set<Promise<unknown>>();
  let [begun, leftOut, nextReport] = [0, 0, reportEvery];
  while (elapsed() < seconds) {
    const wanted = Math.floor(elapsed() * rate);
    for (; begun < wanted; begun += 1) {
      if (underWay.size >= MOST_AT_ONCE) {
        leftOut += 1;
        continue;
      }
      const step: Promise<unknown> = mix.step().finally(() => underWay.delete(step));
      underWay.add(step);
    }
    if (elapsed() >= nextReport) {
      await report(nextReport, leftOut);
      nextReport += reportEvery;
    }
    await pause(Math.min(10, 1000 / rate));
  }
  await Promise.all(underWay);
  await report(Math.round(elapsed()), leftOut);
}

function reportLines(
  tally: Tally,
  now: Reading,
  { second, leftOut, options }: { second: number; leftOut: number; options: MixedLoadOptions },
): string[] {
  const perSecond = (tally.count / (options.reportEvery ?? 60)).toFixed(1);
  const memory = now.memory.map((megabytes) => `${megabytes} MB`).join(" + ");
  const head = [
    `${second} s: ${tally.count} requests (${perSecond}/s)`,
    `p50 ${milliseconds(tally.quantile(0.5))}, p99 ${milliseconds(tally.quantile(0.99))}`,
    `${tally.shed} × 503, ${tally.failed} of other 5xx or unanswered`,
    `${leftOut} left out`,
    `memory ${memory}`,
    ...(now.connections === null ? [] : [`${now.connections} connections`]),
    `${now.inLine} webhooks wait (up to ${now.waitedFor.toFixed(1)} s)`,
    `deadlines ${now.deadlinesDone} done, ${now.deadlinesLate} late`,
    `${now.sessions} sessions`,
  ];
  return [head.join("; "), ...tally.figures().map((figures) => `    ${operationLine(figures)}`)];
}

function operationLine({ operation, calls, p50, p99, outcomes }: OperationFigures): string {
  const counted = Object.entries(outcomes).map(([outcome, count]) => `${outcome} × ${count}`);
  const times = `p50 ${milliseconds(p50).padStart(7)}  p99 ${milliseconds(p99).padStart(7)}`;
  return `${operation.padEnd(30)} ${String(calls).padStart(6)}  ${times}  ${counted.join(", ")}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** Waits until nothing is in line and nothing due is open. */
async function settled(probe: Probe): Promise<Reading> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const now = await probe.read();
    if (now.inLine === 0 && now.deadlinesLate === 0) return now;
    if (performance.now() > giveUpAt)
      throw new Error(
        `${now.inLine} webhooks and ${now.deadlinesLate} deadlines are open ${PATIENCE_MS / 1000} s after the load`,
      );
    await pause(250);
  }
}

/** Everything that was answered, stored, told and sent, held against each other. */
async function examine(
  town: Town,
  receiver: Receiver,
  mix: Mix,
  whole: Tally,
): Promise<Pick<MixedLoadFigures, "delivered" | "outOfOrder" | "sessions" | "moves" | "auditEntries">> {
  const { surprises } = mix;
  if (whole.failed > 0)
    throw new Error(`${whole.failed} answers of 5xx (other than 503) or none; the first: ${surprises[0]}`);
  if (surprises.length > 0) throw new Error(`${surprises.length} answers nobody expected; the first: ${surprises[0]}`);
  const inspected = await inspect(town.location);
  for (const command of ["audit", "ledger"]) {
    const run = await runCommand([command, "verify", "--database", town.location]);
    if (run.exitCode !== 0) throw new Error(`servicialo-node ${command} verify: ${run.stdout}${run.stderr}`);
  }
  return { ...inspected, ...(await told(town, receiver)) };
}

/** Every event that was to be told has arrived, and the stream has no gap. */
async function told(town: Town, receiver: Receiver): Promise<{ delivered: number; outOfOrder: number }> {
  const { events, deliveries } = await reading(town.location, async ({ db }) => ({
    events: await db.selectFrom("events").select(["seq", "id", "name", "sessionId"]).orderBy("seq").execute(),
    deliveries: await db.selectFrom("webhook_deliveries").select(["eventId", "status"]).execute(),
  }));
  const gap = events.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) throw new Error(`event ${events[gap]?.seq} stands at place ${gap + 1} of the stream`);
  const arrived = receiver.received.map(({ body }) => JSON.parse(body).event_id as string);
  const known = new Set(arrived);
  const wanted = events.filter(({ name }) => TOLD.includes(name));
  const missing = wanted.filter(({ id }) => !known.has(id));
  if (missing.length > 0)
    throw new Error(`${missing.length} of ${wanted.length} webhooks never arrived, such as ${missing[0]?.id}`);
  const open = deliveries.filter(({ status }) => status !== "delivered");
  if (open.length > 0) throw new Error(`${open.length} deliveries are ${open[0]?.status}`);
  const eventOf = new Map(events.map((event) => [event.id, event]));
  const newest = new Map<string | null, number>();
  let outOfOrder = 0;
  for (const id of arrived) {
    const event = eventOf.get(id);
    if (!event) throw new Error(`event ${id} arrived and is not in the stream`);
    const before = newest.get(event.sessionId) ?? 0;
    if (event.seq < before) outOfOrder += 1;
    newest.set(event.sessionId, Math.max(before, event.seq));
  }
  return { delivered: known.size, outOfOrder };
}

async function main(options: DatabaseOptions & { minutes: number; processes: number; rate: number }): Promise<void> {
  const { database, minutes, processes, rate, seed } = options;
  const place = await newPlace(database);
  try {
    const { location } = place;
    const print = (line: string) => console.log(line);
    const figures = await mixedLoad({ location, processes, rate, seed, seconds: minutes * 60, print });
    console.log("Over all:");
    for (const one of figures.operations) console.log(`    ${operationLine(one)}`);
    console.log(closingLine(figures, options));
  } finally {
    await place.remove();
  }
}

function closingLine(
  figures: MixedLoadFigures,
  { database, minutes, processes, rate, seed }: DatabaseOptions & { minutes: number; processes: number; rate: number },
): string {
  const { memory } = figures;
  return [
    `mixed load, ${minutes} min at ${rate} steps/s on ${processes} processes: ${figures.requests} requests, ${figures.shed} × 503, 0 of other 5xx`,
    `${figures.repeated} repeated under their keys, the same bytes`,
    `${figures.sessions} sessions, 0 booked twice; ${figures.moves} moves, 0 illegal`,
    `ledger and audit trail (${figures.auditEntries} entries) verify`,
    `${figures.delivered} webhooks arrived, ${figures.outOfOrder} after a younger one of their session`,
    `memory ${memory.first.join("+")} → ${memory.last.join("+")} MB`,
    `${database}, seed ${seed}`,
  ].join("; ");
}

if (import.meta.main) {
  await runEndurance(
    enduranceOnDatabase(
      "mixed-load",
      "Runs several nodes on one database under the mixed load of a clinic, and examines what is left.",
    )
      .option("--minutes <number>", "how long", wholeNumber, 60)
      .option("--processes <number>", "node processes on the database", wholeNumber, 2)
      .option("--rate <number>", "steps begun per second", wholeNumber, 40)
      .action(main),
  );
}
