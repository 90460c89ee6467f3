import type { ProfileAnswer } from "../../exchange/exchange.ts";
import type { Lane } from "../lane.ts";
import type { ReadCall } from "../read-call.ts";

/** Puts an answer together from those of several operations: its body is flat already, or the refusal of one of them. */
export type Composer = (lane: Lane, read: ReadCall) => Promise<ProfileAnswer>;

/** Which part of a merged list is wanted; null when it is for the operation to say that this is no page. */
export function pageOf(page: unknown, size: unknown): { readonly page: number; readonly size: number } | null {
  const asked = { page: Number(page), size: Number(size) };
  const isPage = Number.isInteger(asked.page) && asked.page >= 1;
  return isPage && Number.isInteger(asked.size) && asked.size >= 1 && asked.size <= 100 ? asked : null;
}

/** The part of a merged list that a page holds. */
export function sliceOf<Item>(items: readonly Item[], { page, size }: { page: number; size: number }): Item[] {
  return items.slice((page - 1) * size, page * size);
}

/** An answer like another one, with a body of its own. */
export function answered(like: ProfileAnswer, body: unknown): ProfileAnswer {
  return { ...like, status: 200, body };
}
