import { defineMutants } from "../../define-mutants.ts";
import { asking, editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-DIM-003", {
  "takes the payer for the client": () =>
    editingSessions(({ client }) => {
      if (client.payer_id !== undefined) client.id = client.payer_id;
    }, "service.get"),
  "forgets the payer": () => asking("scheduling.book", withoutPayer),
  "takes the client for the payer": () =>
    editingSessions(({ client }) => {
      if (client.payer_id !== undefined) client.payer_id = client.id;
    }, "service.get"),
});

function withoutPayer({ attributes }: { attributes: Readonly<Record<string, unknown>> }) {
  const { payer_id: _, ...others } = attributes;
  return { attributes: others };
}
