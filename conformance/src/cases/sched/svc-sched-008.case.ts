import { datesAround } from "../../availability-steps.ts";
import { without } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { expectInvalid } from "../../refusals.ts";

const DAYS_AHEAD = 3 * 86_400_000;

export default defineCase({
  requirement: "SVC-SCHED-008",
  title: "availability needs organization, dates, and something to be free",
  async run(context) {
    await context.world.needs("scheduling.check_availability");
    const { offer } = await context.world.bookable();
    const query = {
      org_slug: await context.world.organizationSlug(),
      ...datesAround(context.world.now() + DAYS_AHEAD),
      provider_id: offer.providerId,
    };
    const ask = (wanted: Readonly<Record<string, string | undefined>>, deliberate = false) =>
      context.node.call("scheduling.check_availability", { query: wanted, deliberate, as: null });
    const control = await context.positive("organization, dates and a provider", async (check) => {
      check.collection(await ask(query), "availability_slots");
    });
    await context.positive("organization, dates and a service", async (check) => {
      const wanted = { ...query, provider_id: undefined, service_id: offer.serviceId };
      check.collection(await ask(wanted), "availability_slots");
    });
    for (const member of ["org_slug", "date_from", "date_to"]) {
      await context.negative(`without ${member}`, control, async (check) => {
        const { attributes } = without(query, member);
        expectInvalid(check, await ask(attributes as Record<string, string | undefined>, true), member);
      });
    }
    await context.negative("without service, provider and resource", control, async (check) => {
      check.refused(await ask({ ...query, provider_id: undefined }), "MISSING_AVAILABILITY_TARGET");
    });
    await context.negative("date_to before date_from", control, async (check) => {
      const answer = await ask({ ...query, date_from: query.date_to, date_to: query.date_from });
      check.refused(answer, "VALIDATION_ERROR");
    });
  },
});
