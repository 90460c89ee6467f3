import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editing, editingAttributes } from "../../faulty.ts";

const trail = "mandates.audit";
const isRead = ({ attributes }: Editable) => attributes.action === "service.get";

export default defineMutants("SVC-SENS-004", {
  "keeps no record of who reads": () =>
    editing(trail, (body) => {
      body.data = body.data.filter((entry: Editable) => !isRead(entry));
    }),
  "records the first access only": () =>
    editing(trail, (body) => {
      const [latest] = (body.data as Editable[]).filter(isRead).slice(-1);
      body.data = body.data.filter((entry: Editable) => !isRead(entry) || entry === latest);
    }),
  "does not record from where it was read": () => editingAttributes(trail, (entry) => void delete entry.ip_address),
  "records who owns the mandate in place of who reads": () =>
    editingAttributes(trail, (entry) => {
      entry.agent_id = entry.principal_id;
    }),
  "records the day only": () =>
    editingAttributes(trail, (entry) => {
      entry.timestamp = `${entry.timestamp.slice(0, 10)}T00:00:00Z`;
    }),
});
