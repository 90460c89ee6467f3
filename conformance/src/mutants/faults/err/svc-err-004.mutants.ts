import { defineMutants } from "../../define-mutants.ts";
import { editingErrors, everyCall } from "../../faulty.ts";

export default defineMutants("SVC-ERR-004", {
  "shows its stack": () =>
    editingErrors(everyCall, (error) => {
      error.detail = "Error: boom\n    at Object.handle (/srv/node/src/book.ts:12:7)";
    }),
  "shows its statements": () =>
    editingErrors("service.get", (error) => {
      error.detail = "no row: SELECT * FROM sessions WHERE id = ?";
    }),
  "shows the caller's token": () =>
    editingErrors(everyCall, (error, call) => {
      error.meta = { ...error.meta, authorization: call.request.headers["authorization"] };
    }),
});
