import { judgeEndpoints } from "../../resolver/registered-endpoint.ts";
import { resolutionRecord } from "../../resolver/registration-document.ts";
import { findHeldRegistration, recordRegistrationEvent } from "../../resolver/registrations.ts";
import type { Handler } from "../handler.ts";

/** Points a registration elsewhere; slug, identity and trust stay, and so does what is not given (SVC-RSLV-004). */
export const updateEndpoint: Handler<"resolve.update_endpoint"> = async (context, input) => {
  const row = await findHeldRegistration(context, input);
  judgeEndpoints(context.config, input);
  const moved = {
    ...(input.mcp_url !== undefined && { mcpUrl: input.mcp_url }),
    ...(input.rest_url !== undefined && { restUrl: input.rest_url }),
    ...(input.health_url !== undefined && { healthUrl: input.health_url }),
  };
  await context.tx.db.updateTable("registrations").set(moved).where("slug", "=", row.slug).execute();
  const now = { ...row, ...moved };
  const { mcpUrl: mcp, restUrl: rest, healthUrl: health } = now;
  await recordRegistrationEvent(context, row.slug, { kind: "endpoint_moved", detail: { mcp, rest, health } });
  return { id: row.slug, attributes: resolutionRecord(now, context.clock.now()) };
};
