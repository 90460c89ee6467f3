import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editing, editingAttributes } from "../../faulty.ts";

const ask = "scheduling.check_availability";
const wall = (text: string) => text.slice(0, 16);

/** Moves an instant to another offset without moving its instant. */
function writtenAt(text: string, offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? "-" : "+";
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  const local = new Date(Date.parse(text) + offsetMinutes * 60_000).toISOString().slice(0, 19);
  return `${local}${sign}${two(hours)}:${two(minutes)}`;
}

const offsetOf = (text: string) => (Number(text.slice(-6, -3)) || 0) * 60;

export default defineMutants("SVC-SCHED-015", {
  "offers a repeated time once": () =>
    editing(ask, (body) => {
      const seen = new Set<string>();
      body.data = body.data.filter(({ attributes }: Editable) => {
        const text = wall(attributes.starts_at);
        return !seen.has(text) && seen.add(text);
      });
    }),
  "writes the end of a slot by the clock of its start": () =>
    editingAttributes(ask, (slot) => {
      slot.ends_at = writtenAt(slot.ends_at, offsetOf(slot.starts_at));
    }),
  "writes every time of an answer with one offset": () =>
    editing(ask, ({ data }) => {
      for (const { attributes } of data as Editable[]) {
        attributes.starts_at = writtenAt(attributes.starts_at, offsetOf(data[0].attributes.starts_at));
        attributes.ends_at = writtenAt(attributes.ends_at, offsetOf(data[0].attributes.starts_at));
      }
    }),
  "offers the skipped hour": () =>
    editing(ask, ({ data }) => {
      const jump = (data as Editable[]).findIndex(
        ({ attributes }, index) =>
          index > 0 && offsetOf(attributes.starts_at) > offsetOf(data[index - 1].attributes.starts_at),
      );
      if (jump < 1) return;
      const before = data[jump - 1].attributes;
      // The hour after it, on a clock that nobody has put forward.
      const starts_at = writtenAt(before.ends_at, offsetOf(before.starts_at));
      data.splice(jump, 0, { ...data[jump - 1], id: "skipped", attributes: { ...before, starts_at } });
    }),
});
