import { ALWAYS_OPEN } from "../../../resource-bench.ts";
import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { asking, type Editable, pretending } from "../../faulty.ts";
import type { Fault, Reply } from "../../mutant-call.ts";

/** Keeps another week than it is told. */
const keeping = (week: (blocks: Editable[]) => readonly Editable[]) => () =>
  asking("resource.create", (call) => {
    const { availability } = call.attributes;
    return Array.isArray(availability) ? changed(call, { availability: week(availability) }) : null;
  });

/** Does not look at the hours of a provider. */
function bookingAtNight(): Fault {
  let last: Reply | null = null;
  const book = pretending("scheduling.book", "CONFLICT", () => last);
  return async (call) => {
    const reply = await book(call);
    if (call.is("scheduling.book") && reply.status === 201) last = reply;
    return reply;
  };
}

/** A time of day, put off to the next quarter of an hour. */
function quarter(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const later = Math.ceil((hours * 60 + minutes) / 15) * 15;
  return `${String(Math.floor(later / 60)).padStart(2, "0")}:${String(later % 60).padStart(2, "0")}`;
}

export default defineMutants("SVC-SCHED-007", {
  "books while the provider is away": bookingAtNight,
  "opens a resource to the next quarter of an hour": keeping((blocks) =>
    blocks.map((block) => ({ ...block, end_time: quarter(block.end_time) })),
  ),
  "does not look at closed blocks": keeping((blocks) => blocks.filter((block) => block.is_available !== false)),
  "takes a resource without a week for always open": keeping((blocks) => (blocks.length === 0 ? ALWAYS_OPEN : blocks)),
  "opens a resource on every day alike": keeping((blocks) =>
    blocks.length === 1 ? ALWAYS_OPEN.map(({ day_of_week }) => ({ ...blocks[0], day_of_week })) : blocks,
  ),
});
