import { invalid } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import { belongsToOrganization } from "../../storage/parties.ts";
import type { Handler } from "../handler.ts";
import { requireOrganization } from "./find-resource.ts";
import { resourceAnswer } from "./resource-document.ts";
import { judgeWeek, judgeZone, replaceWeek } from "./week.ts";

/** Adds a resource, in use at once; without a week it is never free (SVC-RES-001, SVC-RES-007). */
export const createResource: Handler<"resource.create"> = async (context, input) => {
  requireOrganization(context);
  const { tx, clock } = context;
  const { organizationId } = credentialOf(context.caller);
  if (!(await belongsToOrganization(tx, organizationId, "organization", input.organization_id))) {
    throw invalid("/organization_id", "An organization adds resources of its own.");
  }
  if (input.timezone !== undefined) judgeZone(input.timezone, "/timezone");
  const week = input.availability ?? [];
  judgeWeek(week);
  const id = newId("res", clock);
  await tx.db
    .insertInto("resources")
    .values({
      id,
      organizationId,
      name: input.name,
      type: input.type ?? "room",
      capacity: input.capacity ?? 1,
      bufferMinutes: input.buffer_minutes ?? 0,
      equipment: input.equipment ?? [],
      location: input.location ?? null,
      rules: input.rules ?? null,
      timezone: input.timezone ?? null,
      isActive: true,
      createdAt: clock.now(),
    })
    .execute();
  await replaceWeek(context, { id, organizationId }, week);
  return resourceAnswer(tx, id);
};
