import { Argument, type Command, Option } from "commander";
import { isoInstant } from "../clock.ts";
import { ProtocolError } from "../errors.ts";
import { type BookedSeries, bookSeries, type SkippedOccurrence } from "../scheduling/book-series.ts";
import { inZone } from "../scheduling/local-time.ts";
import { type OrganizationOptions, ofOrganization, withOrganization } from "./of-organization.ts";

interface SeriesOptions extends OrganizationOptions {
  readonly offer: string;
  readonly provider: string;
  readonly client: string;
  readonly resource?: string;
  readonly start: string;
  readonly rule?: string;
  readonly times?: string;
  readonly everyWeeks: string;
  readonly onConflict: "reject_all" | "skip";
}
