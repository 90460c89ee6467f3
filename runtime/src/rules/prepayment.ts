/** Whether a booking is paid before it is made: for this offer, or for every offer of the organization (lifecycle 9.5). */
export function isPaidFirst(
  offer: { readonly priceMinor: number; readonly requiresPrepayment: boolean },
  booking: { readonly requires_prepayment?: boolean },
): boolean {
  return offer.priceMinor > 0 && (offer.requiresPrepayment || booking.requires_prepayment === true);
}
