import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editing } from "../../faulty.ts";

const ask = "scheduling.check_availability";

/** Shows every slot that it has ever shown. */
const neverForgetting = () => {
  const known = new Map<string, Editable>();
  return editing(ask, (body, { query }) => {
    for (const slot of body.data) known.set(slot.id, slot);
    const [from, to] = [Date.parse(query.get("date_from") ?? ""), Date.parse(query.get("date_to") ?? "") + 86_400_000];
    const asked = [...known.values()].filter(({ attributes }) => {
      const at = Date.parse(attributes.starts_at);
      return (
        at >= from &&
        at <= to &&
        body.data.some((one: Editable) => one.attributes.provider_id === attributes.provider_id)
      );
    });
    body.data = asked;
  });
};

/** Takes away slots that are asked for once more. */
const forgettingWhatWasTaken = () => {
  const [ever, gone] = [new Map<string, Set<string>>(), new Set<string>()];
  return editing(ask, (body, { request }) => {
    const ids = new Set<string>(body.data.map(({ id }: Editable) => id));
    for (const id of ever.get(request.target) ?? []) if (!ids.has(id)) gone.add(id);
    ever.set(request.target, new Set([...(ever.get(request.target) ?? []), ...ids]));
    body.data = body.data.filter(({ id }: Editable) => !gone.has(id));
  });
};

export default defineMutants("SVC-SCHED-009", {
  "shows what was booked meanwhile": neverForgetting,
  "takes the time of what was cancelled for taken": forgettingWhatWasTaken,
  "shows the start that overlaps what is booked least": () => {
    const before = new Map<string, Map<string, Editable>>();
    return editing(ask, (body, { request }) => {
      const now = new Map<string, Editable>(body.data.map((slot: Editable) => [slot.id, slot]));
      const gone = [...(before.get(request.target) ?? [])].filter(([id]) => !now.has(id)).map(([, slot]) => slot);
      before.set(request.target, new Map([...(before.get(request.target) ?? []), ...now]));
      const last = gone.sort((a, b) => Date.parse(a.attributes.starts_at) - Date.parse(b.attributes.starts_at)).at(-1);
      if (last) body.data.push(last);
    });
  },
});
