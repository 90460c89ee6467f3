import { defineMutants } from "../../define-mutants.ts";
import { allowing, everyCall, renaming } from "../../faulty.ts";

export default defineMutants("SVC-HTTP-007", {
  "books without a credential": () =>
    allowing(
      (call) => call.is("scheduling.book") && call.request.headers["authorization"] === undefined,
      "UNAUTHORIZED",
      () => ({ as: "organization" }),
    ),
  "takes any token": () =>
    allowing(
      (call) => call.request.headers["authorization"]?.startsWith("Bearer") === true,
      "UNAUTHORIZED",
      () => ({ as: "organization" }),
    ),
  "shows sessions to everybody": () => allowing("service.get", "UNAUTHORIZED", () => ({ as: "organization" })),
  "says forbidden to whom it does not know": () =>
    renaming(everyCall, "UNAUTHORIZED", { code: "FORBIDDEN", status: 403 }),
});
