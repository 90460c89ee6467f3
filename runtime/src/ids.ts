import { monotonicFactory, type ULIDFactory } from "ulid";
import type { Clock } from "./clock.ts";

/** Prefixes of the node's identifiers; the first nine are the protocol's (D-18), the others are internal to this node. */
export type IdPrefix =
  | "ses"
  | "svc"
  | "prv"
  | "cli"
  | "org"
  | "res"
  | "ord"
  | "sal"
  | "pay"
  | "ack"
  | "blk"
  | "cnf"
  | "cex"
  | "csn"
  | "ctr"
  | "ddl"
  | "dec"
  | "dsp"
  | "eva"
  | "evd"
  | "exc"
  | "idm"
  | "key"
  | "mem"
  | "ntc"
  | "pin"
  | "rge"
  | "rlk"
  | "ser"
  | "sev"
  | "whs";

/** One per clock: two ids of one millisecond keep their order, and a clock set ahead does not pull another with it. */
const factories = new WeakMap<Clock, ULIDFactory>();

/** A new identifier, `ses_01J…`: opaque to others, and sorted by the time of its making (D-18). */
export function newId<Prefix extends IdPrefix>(prefix: Prefix, clock: Clock): `${Prefix}_${string}` {
  let next = factories.get(clock);
  if (!next) {
    next = monotonicFactory();
    factories.set(clock, next);
  }
  return `${prefix}_${next(clock.now())}`;
}
