import { credentialOf } from "../../pipeline/caller.ts";
import type { Handler } from "../handler.ts";
import { pageOf, totalOf } from "../paging.ts";
import { subscriptionDocument } from "./subscription-document.ts";

/** The organization's subscriptions, oldest first, those turned off too, without their secrets. */
export const listSubscriptions: Handler<"webhooks.list_subscriptions"> = async (context, input) => {
  const { organizationId } = credentialOf(context.caller);
  const all = context.tx.db.selectFrom("webhook_subscriptions").where("organizationId", "=", organizationId);
  const { limit, offset } = pageOf(input);
  const rows = await all.selectAll().orderBy("createdAt").orderBy("id").limit(limit).offset(offset).execute();
  return {
    items: rows.map((row) => ({ id: row.id, attributes: subscriptionDocument(row) })),
    total: await totalOf(all),
  };
};
