import type { PrincipalType } from "@servicialo/schema/0.8/types";
import { refuse, type Verdict } from "./refuse.ts";

/** Where a mandate holds, its reference resolved, and for whom. */
export interface Extent {
  readonly type: "org" | "personal" | "order";
  /** Id of the organization, the person or the order. */
  readonly id: string;
  /** The organization that it all belongs to. */
  readonly organizationId: string;
  readonly principalId: string;
  readonly principalType: PrincipalType;
}

/** Something that a call acts on. */
export interface Thing {
  readonly kind:
    | "session"
    | "order"
    | "sale"
    | "booking"
    | "charge"
    | "client"
    | "mandate"
    | "offer"
    /** Rooms, devices, entries of the resolver: an organization's own, and nobody's in particular. */
    | "property";
  /** Null: it does not exist yet. */
  readonly id: string | null;
  readonly organizationId: string;
  readonly clients: readonly string[];
  readonly providers: readonly string[];
  /** Sessions that it is about; with its order they make the interaction that check 7 looks at. */
  readonly sessionIds: readonly string[];
  readonly orderId: string | null;
  readonly serviceTypes: readonly string[];
  /** Of a mandate: whose it is. */
  readonly principalId?: string;
}

/** What a call touches: the things it acts on, and everything that it names beside them. */
export interface Touched {
  readonly things: readonly Thing[];
  /** Parties, resources, offers that the call names: they have to lie in the context, too. */
  readonly named: readonly { readonly what: string; readonly organizationId: string }[];
}

/** Check 6: everything touched lies in the context and concerns the principal (SVC-MAND-008, M-03). */
export function checkContext(extent: Extent, { things, named }: Touched): Verdict {
  const stranger = named.find(({ organizationId }) => organizationId !== extent.organizationId);
  if (stranger) return mismatch(`${stranger.what} does not belong to it`);
  const outside = things.find((thing) => !covers(extent, thing));
  return outside ? mismatch(`this ${outside.kind} lies outside of it, or is not the principal's`) : null;
}

/** Whether a thing lies in the context and concerns the principal. */
export function covers(extent: Extent, thing: Thing): boolean {
  if (thing.organizationId !== extent.organizationId) return false;
  if (thing.kind === "offer") return true;
  if (thing.kind === "mandate") return coversMandate(extent, thing);
  if (extent.type === "order" && thing.orderId !== extent.id) return false;
  if (thing.kind === "property") return extent.type === "org";
  return concerns(extent, thing);
}

/** Mandates of the same principal; the organization's people look after all that hold in it. */
function coversMandate({ type, principalId, principalType }: Extent, thing: Thing): boolean {
  return thing.principalId === principalId || (principalType === "organization" && type === "org");
}

function concerns({ principalId, principalType }: Extent, thing: Thing): boolean {
  if (principalType === "organization") return true;
  return (principalType === "patient" ? thing.clients : thing.providers).includes(principalId);
}

function mismatch(why: string): Verdict {
  return refuse(6, "CONTEXT_MISMATCH", `Outside of the mandate's context: ${why}.`);
}
