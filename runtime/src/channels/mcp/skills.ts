/** A way of working with several tools, as a prompt. */
export interface Skill {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, { readonly description: string; readonly required?: boolean }>>;
  /** Tools that it needs; without one of them it is not offered. */
  readonly tools: readonly string[];
  readonly text: string;
}

const ACTING = `You act for somebody else. In every call that is not public, reads included, send
actor { type: "agent", id: <your agent id>, mandate_id: <your mandate> }. Where the connection belongs to a client, a
provider or an organization instead of an agent, the actor is that party. Do not guess ids: take them from answers.

When a tool fails, read \`mend\` in its answer and do that, nothing else. Never repeat a refused call unchanged in the hope
that it passes. CONFIRMATION_REQUIRED means that a human decides first: tell them what you want to do and where they
decide, wait, then repeat exactly the same call with actor.confirmation_id. You can never approve it yourself. If your
mandate is lost (MANDATE_EXPIRED, MANDATE_SUSPENDED), stop, say how far you came, and leave things as they are.`;

const REPEATING = `Send _meta["servicialo/idempotency_key"] with a new random value for each change, and the same value when you repeat it
after a timeout: then it cannot happen twice.`;

/** The five reference skills. */
export const skills: readonly Skill[] = [
  {
    name: "discover",
    title: "Discover services",
    description: "Find an organization, what it offers and when; needs no credential.",
    parameters: {
      need: { description: "What the person is looking for, in their words", required: true },
      location: { description: "City or district" },
      country: { description: "ISO 3166 code of the country, such as cl" },
      when: { description: "When it should take place" },
    },
    tools: ["registry_search", "registry_get_organization", "services_list", "scheduling_check_availability"],
    text: `Find a professional service for the person, without committing to anything. Only public tools are needed.

1. Turn what they look for into a vertical (such as physiotherapy or legal) and call registry_search with it, and with
   location and country where they are known. No hits: try a broader vertical once, then say so.
2. For each organization worth considering call services_list with its slug. Compare what matters to them: price with
   its currency, duration, modality, whether it is paid in advance.
3. registry_get_organization tells how an organization takes bookings, and its providers. trust_get_score, where it
   exists, tells how far it is trusted; a low score is to be mentioned, not to be hidden.
4. For the best one to three offers call scheduling_check_availability with service_id and a range of days that fits
   what they said. Always send times with an offset.
5. Answer with a short list: organization, offer, price and currency, duration, and the two earliest fitting slots in
   the organization's local time. Name the ids you would need to book. Ask which one it shall be; book nothing.`,
  },
  {
    name: "schedule",
    title: "Schedule an appointment",
    description: "From a wish to a confirmed session: contract, client, booking, confirmation.",
    parameters: {
      organization: { description: "Slug of the organization" },
      service_id: { description: "Offer to book" },
      client: { description: "Mail address, telephone number or id of the client" },
      when: { description: "When it should take place" },
      agent_id: { description: "Your agent id" },
      mandate_id: { description: "Mandate that you act under" },
    },
    tools: [
      "services_list",
      "contract_get",
      "scheduling_check_availability",
      "clients_get_or_create",
      "scheduling_book",
      "scheduling_confirm",
      "lifecycle_get_state",
    ],
    text: `Book an appointment, and leave it confirmed or say exactly what is missing.

${ACTING}

1. Know the offer: services_list gives ids, price and duration. With requires_prepayment use the skill prepay instead.
2. Read contract_get for the offer (org_id is the organization's slug) before anything else: cancellation rules and fees, what evidence will be captured,
   when it is paid. Tell the person what could cost them money, in one or two sentences.
3. scheduling_check_availability with service_id, and provider_id where they want somebody in particular. Choose a slot
   that they agreed to; if the wish is vague, offer two and ask.
4. clients_get_or_create with the client's mail address or telephone number. Do not create a second client for
   somebody who is known.
5. scheduling_book with service_id, provider_id, client_id and starts_at exactly as the slot has them (and its
   resource_id where it has one). ${REPEATING}
   CONFLICT or RESOURCE_UNAVAILABLE: the slot went meanwhile; go back to 3.
6. Read the state in the answer. requested: call scheduling_confirm if confirming is yours to do. It may answer that a
   human has to confirm, or that the other side still has to: that is not an error to work around.
7. Finish with lifecycle_get_state and tell the person: what, with whom, when in local time, the session id, the state,
   and until when it can be cancelled free of charge.`,
  },
  {
    name: "manage",
    title: "Manage an appointment",
    description: "Look up, move or cancel a session, with its consequences told first.",
    parameters: {
      session_id: { description: "The session", required: true },
      wish: { description: "What shall happen: status, reschedule or cancel" },
      when: { description: "New time, for moving it" },
      agent_id: { description: "Your agent id" },
      mandate_id: { description: "Mandate that you act under" },
    },
    tools: [
      "lifecycle_get_state",
      "contract_get",
      "scheduling_check_availability",
      "scheduling_reschedule",
      "scheduling_cancel",
    ],
    text: `Take care of an appointment that exists.

${ACTING}

1. lifecycle_get_state with the session: where it stands, where it can go from here, and its history. Only what is
   among its valid targets is possible; verified and cancelled are final.
2. Status only: tell it in plain words with the time in the organization's zone. Stop here.
3. contract_get with the session as service_id, and org_id, gives the rules it was booked under. Before moving or cancelling say what it costs
   now (penalty, refund, notice in hours). Let the person decide with that in mind.
4. Move: scheduling_check_availability for the same offer and provider, then scheduling_reschedule with the new
   starts_at and the reason. The old time is freed only when the new one is taken. A session that was confirmed has to
   be confirmed again: say so.
5. Cancel: scheduling_cancel with the reason in the person's words. For an agent a human always decides first.
   CANCELLATION_OUTSIDE_POLICY: it is too late for the client; offer to move it, or to ask the organization.
6. Somebody did not come: that is not a cancellation. Say that lifecycle_transition has the flows for a no-show, and
   leave the decision to the organization.
7. ${REPEATING}
8. Close with lifecycle_get_state, and report the state, and money that moves, from what the answer says.`,
  },
  {
    name: "prepay",
    title: "Book what is paid in advance",
    description: "Get the payment order of an offer with prepayment, have it paid, then book with it.",
    parameters: {
      service_id: { description: "Offer to book", required: true },
      client: { description: "Mail address, telephone number or id of the client" },
      when: { description: "When it should take place" },
      agent_id: { description: "Your agent id" },
      mandate_id: { description: "Mandate that you act under" },
    },
    tools: ["contract_get", "scheduling_check_availability", "clients_get_or_create", "scheduling_book"],
    text: `Book an offer that has to be paid before. You never pay: you bring the payer and the checkout together.

${ACTING}

1. contract_get with the offer and org_id: that it is prepaid, how much, and what is given back when it is cancelled. Tell the
   person the amount with its currency, and the refund rule, before you go on.
2. scheduling_check_availability, agree on a slot, and clients_get_or_create for the client.
3. scheduling_book without payment_intent_id. PAYMENT_REQUIRED is what you expect: errors[0].meta.checkout has the
   address to pay at, the reference, the amount and until when it holds. Nothing is reserved by it.
4. Give address, amount and deadline to the payer. Never enter card or account data yourself, and never ask for them.
5. When the payer says that it is paid, call scheduling_book again with the same arguments and
   payment_intent_id = the reference. PAYMENT_REQUIRED again means that the money has not arrived: wait, ask the payer,
   do not ask for a second checkout while the first holds. CONFLICT means that the slot went; choose another one, the
   same reference still counts.
6. ${REPEATING} The second booking is a new call: it needs a new key.
7. Report the session id, its state and that it is paid. If money was paid and no session could be booked, say so
   plainly and name the reference, so that the organization can give it back.`,
  },
  {
    name: "follow_up",
    title: "Follow up a delivery",
    description: "After the appointment: evidence, record, charge, payment and verification, as far as they are yours.",
    parameters: {
      session_id: { description: "The session", required: true },
      agent_id: { description: "Your agent id" },
      mandate_id: { description: "Mandate that you act under" },
    },
    tools: [
      "lifecycle_get_state",
      "contract_get",
      "delivery_record_evidence",
      "documentation_create",
      "payments_create_sale",
      "payments_get_status",
    ],
    text: `Bring a delivered session to its end, one step at a time, and stop where a person has to act.

${ACTING}

1. lifecycle_get_state with the session, then contract_get with the session as service_id, and org_id: required evidence, how long disputes
   are possible, how it is charged.
2. By its state:
   - confirmed or in_progress: not over. Checking out marks it delivered, which only its provider can do; remind them.
   - delivered or partial: compare the required evidence with what is recorded. Record what you were given with
     delivery_record_evidence; never invent, complete or embellish evidence. Then documentation_create with the text
     that the provider wrote or approved. EVIDENCE_REQUIRED lists what is missing: ask the provider for it.
   - documented: payments_create_sale with the session, at the agreed price. It cannot be undone and asks a human
     unless the mandate gives standing approval up to an amount.
   - charged: payments_get_status. Open amount: remind the payer kindly, with amount, currency and due date. Record a
     payment with payments_record_payment only on notice of a payment system or of the organization.
   - disputed: touch nothing. Tell both sides where it stands; an administrator decides.
   - verified or cancelled: it is over; report.
3. Acceptance is the client's. If they are content, say that the session becomes verified by itself after the window,
   or at once when they accept. If they are not, tell them until when they can dispute, and do not talk them out of it.
4. Clinical and other restricted content stays in the tools: do not repeat it in messages.
5. ${REPEATING}
6. End with one paragraph: what was done, what is open, whose turn it is and until when.`,
  },
];
