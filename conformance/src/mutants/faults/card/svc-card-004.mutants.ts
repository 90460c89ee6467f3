import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editing, refusing } from "../../faulty.ts";

const editingList = (edit: (organizations: Editable[], list: Editable) => Editable[] | undefined) => () =>
  editing("discovery.list_agents", (list) => {
    list.organizations = edit(list.organizations, list) ?? list.organizations;
  });

export default defineMutants("SVC-CARD-004", {
  "lists no organizations": () => refusing("discovery.list_agents", "NOT_FOUND"),
  "leaves an organization out of its list": editingList((organizations) => organizations.slice(1)),
  "names cards that are not there": editingList((organizations) =>
    organizations.map((one) => ({ ...one, agent_card: one.agent_card.replace(one.slug, `${one.slug}-gone`) })),
  ),
  "names the same card for everybody": editingList((organizations) =>
    organizations.map((one) => ({ ...one, agent_card: organizations[0].agent_card })),
  ),
  "lists another vertical than the card says": editingList((organizations) =>
    organizations.map((one) => ({ ...one, vertical: "legal" })),
  ),
  "lists organizations without their country": editingList((organizations) =>
    organizations.map(({ country: _, ...one }) => one),
  ),
  "lists an organization that is found nowhere else": editingList((organizations) => [
    ...organizations,
    { ...organizations[0], slug: "hidden-house" },
  ]),
});
