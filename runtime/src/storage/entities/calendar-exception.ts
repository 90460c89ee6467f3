import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/**
 * Days on which a calendar is not as in other weeks: a holiday, an absence, an extra day. In the wall-clock time of the
 * calendar's zone; those of an organization are in the organization's, and hold for all of its calendars.
 */
export const CalendarException = defineEntity({
  name: "CalendarException",
  tableName: "calendar_exceptions",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    calendar: p.string().$type<"provider" | "resource" | "organization">(),
    /** Id of the provider, the resource or the organization. */
    subjectId: p.string(),
    /** First and last local day, `YYYY-MM-DD`, both included. */
    dateFrom: p.string(),
    dateTo: p.string(),
    /** `HH:mm` on each of the days, the end up to `24:00`; both null: the whole day. */
    startTime: p.string().nullable(),
    endTime: p.string().nullable(),
    isAvailable: p.boolean(),
    reason: p.text().nullable(),
    createdAt: instant(),
  },
  // Found from the calendars that are asked about, and from their end, so that past ones are never read.
  indexes: [{ properties: ["subjectId", "dateTo"] }],
});
