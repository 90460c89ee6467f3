import { defineMutants } from "../../define-mutants.ts";
import { answering, type Editable, editing, editingAttributes, refusal } from "../../faulty.ts";

const ask = "scheduling.check_availability";

export default defineMutants("SVC-SCHED-013", {
  "offers a time that begins when the day ends": () =>
    editing(ask, ({ data, links }) => {
      const last = data.at(-1);
      if (!last || links?.next) return;
      const length = Date.parse(last.attributes.ends_at) - Date.parse(last.attributes.starts_at);
      const starts_at = last.attributes.ends_at;
      const ends_at = new Date(Date.parse(starts_at) + length).toISOString();
      data.push({ ...last, id: `${last.id}+`, attributes: { ...last.attributes, starts_at, ends_at } });
    }),
  "offers times a few minutes after they begin": () =>
    editingAttributes(ask, (slot) => {
      slot.starts_at = new Date(Date.parse(slot.starts_at) - 5 * 60_000).toISOString();
    }),
  "offers the whole morning and books its second half": () =>
    answering("scheduling.book", ({ attributes }) =>
      new Date(String(attributes["starts_at"])).getUTCHours() < 14 ? refusal("CONFLICT") : null,
    ),
  "books another time than it offers": () =>
    editing("scheduling.book", ({ data }: Editable) => {
      data.attributes.starts_at = new Date(Date.parse(data.attributes.starts_at) + 900_000).toISOString();
    }),
});
