import { defineMutants } from "../../define-mutants.ts";
import { changed, sessionReply } from "../../fault-parts.ts";
import { allowing, answering, pretending } from "../../faulty.ts";

export default defineMutants("SVC-EVID-009", {
  "documents without a word": () =>
    allowing("documentation.create", "VALIDATION_ERROR", (call) => changed(call, { content: "-" })),
  "documents with an empty word": () =>
    allowing("documentation.create", "VALIDATION_ERROR", (call) =>
      call.attributes["content"] === "" ? changed(call, { content: "-" }) : null,
    ),
  "takes the record of what still runs": () =>
    pretending("documentation.create", "INVALID_TRANSITION", (call) => sessionReply(call)),
  "keeps the record and leaves the session delivered": () =>
    answering("documentation.create", async (call) => {
      const { attributes } = call;
      return attributes["content"] ? sessionReply(call) : null;
    }),
});
