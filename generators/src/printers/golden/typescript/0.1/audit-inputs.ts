// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Members of an input whose values may be shown; `true`: the value or the list of values as it is. */
export interface ShownMembers {
  readonly [member: string]: true | ShownMembers;
}

/** Per operation, what of its input may stand in an audit entry. Every other value is redacted. */
export const auditInputs = {
  "health.live": {},
  "visits.book": { urgent: true, place: { room: true }, actor: { role: true, licence: true } },
  "visits.close": { visit_id: true },
  "visits.get": { visit_id: true },
  "visits.list": { person: true, limit: true },
  "visits.move": { visit_id: true },
} as const;
