import { paramMessage } from "@typespec/compiler";

/** What can be wrong with an approved change. Each message ends with a mend. */
export const changes = {
  "approval-rfc": paramMessage`"${"rfc"}" is not the number of an RFC. Write it as RFC-0001.`,
  "approval-expiry": paramMessage`"${"expires"}" is not a day. Write it as 2027-03-31.`,
};
