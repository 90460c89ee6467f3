import { defineMutants } from "../../define-mutants.ts";
import { retargeted } from "../../fault-parts.ts";
import { allowing, answering, asking, type Editable, editing, refusal } from "../../faulty.ts";
import { byNobody, editingRecords } from "../../faulty-resolver.ts";

const BASE = "/servicialo/v1/resolve";

export default defineMutants("SVC-RSLV-002", {
  "shows its register to known parties only": () =>
    answering(byNobody("resolve.lookup"), () => refusal("UNAUTHORIZED")),
  "is searched by known parties only": () => answering(byNobody("resolve.search"), () => refusal("UNAUTHORIZED")),
  "does not look at the vertical": () => asking("resolve.search", (call) => retargeted(call, { vertical: null })),
  "looks at the first vertical only": () => {
    const asked = new Set<string>();
    return editing("resolve.search", (body, call) => {
      const vertical = call.query.get("vertical");
      if (vertical !== null && asked.size > 0 && vertical !== "health") body.data = [];
      if (vertical !== null) asked.add(vertical);
    });
  },
  "finds the organizations of every country in each": () =>
    asking("resolve.search", ({ request, params }) => ({
      target: request.target.replace(`/resolve/${params["country"]}`, "/resolve/cl"),
    })),
  "does not look at the country of a slug": () =>
    allowing("resolve.lookup", "NOT_FOUND", ({ params }) => ({ target: `${BASE}/cl/${params["org_slug"]}` })),
  "knows every slug": () => allowing("resolve.lookup", "NOT_FOUND", () => ({ target: `${BASE}/cl/clinica-andes` })),
  "takes any word for a country": () =>
    allowing("resolve.search", "VALIDATION_ERROR", () => ({ target: `${BASE}/cl` })),
  "leaves the endpoint out": () => editingRecords((record) => void delete record.endpoint?.rest, ["resolve.lookup"]),
  "leaves the trust out of what it finds": () =>
    editingRecords((record) => void delete record.trust, ["resolve.search"]),
  "finds organizations of other countries as well": () =>
    editing("resolve.search", ({ data }) => {
      const [first] = data as Editable[];
      if (first) data.push({ ...first, attributes: { ...first.attributes, country: "pe" } });
    }),
});
