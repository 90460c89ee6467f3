import type { Pool } from "undici";
import { type Input, type NodeRequest, type Operation, slugOf } from "./operations.ts";
import type { Server } from "./server.ts";
import type { Cast } from "./stage.ts";

/** What was seen of a server under load. */
export interface Seen {
  /** Units of work per second. */
  readonly rate: number;
  /** Microseconds of processor time per unit. */
  readonly processor: number;
  /** Milliseconds that each unit took, sorted. */
  readonly latencies: readonly number[];
}

/** One unit of work: the requests of an operation, one after the other. */
export type Unit = () => Promise<void>;

/** Does units one after the other, so many side by side, for so many milliseconds. */
export async function closedLoop(
  server: Server,
  unit: Unit,
  { concurrency, milliseconds }: { readonly concurrency: number; readonly milliseconds: number },
): Promise<Seen> {
  const before = await server.usage();
  const latencies: number[] = [];
  const begin = performance.now();
  const worker = async () => {
    for (let now = performance.now(); now - begin < milliseconds; now = performance.now()) {
      await unit();
      latencies.push(performance.now() - now);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - begin) / 1000;
  const after = await server.usage();
  const processor = (after.processor - before.processor) / latencies.length;
  return { rate: latencies.length / seconds, processor, latencies: sorted(latencies) };
}

/** Begins units at a steady rate, whether or not those before have ended; latencies count from when each was due. */
export async function openLoop(
  unit: Unit,
  { rate, milliseconds }: { readonly rate: number; readonly milliseconds: number },
): Promise<readonly number[]> {
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  const count = Math.floor((rate * milliseconds) / 1000);
  const begin = performance.now();
  for (let n = 0; n < count; n++) {
    const due = begin + (n * 1000) / rate;
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    running.push(unit().then(() => void latencies.push(performance.now() - due)));
  }
  await Promise.all(running);
  return sorted(latencies);
}

/** Units of an operation for a node; each takes the next input. */
export function nodeUnit(server: Server, cast: Cast, operation: Operation, next: () => Input): Unit {
  return async () => {
    const input = next();
    for (const step of operation.steps) await send(server.pool, step(cast, input));
  };
}

/** The same for the floor. */
export function floorUnit(server: Server, name: string, operation: Operation, next: () => Input): Unit {
  return async () => {
    const body = JSON.stringify(next());
    for (const index of operation.steps.keys()) {
      const path = `/${slugOf(name)}/${index}`;
      await send(server.pool, { method: "POST", path, headers: { "content-type": "application/json" }, body });
    }
  };
}

/** @throws {Error} for an answer that is no success */
export async function send(pool: Pool, { method, path, headers, body }: NodeRequest): Promise<void> {
  const answer = await pool.request({ method, path, headers, body: body ?? null });
  if (answer.statusCode < 300) return answer.body.dump();
  throw new Error(`${method} ${path} was answered ${answer.statusCode}: ${await answer.body.text()}`);
}

export function percentile(values: readonly number[], share: number): number {
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(sorted(values), 0.5);
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other);
}
