import ipaddr from "ipaddr.js";

/**
 * Whether an address lies in one of the ranges; an unknown one lies in none. An IPv4 address within IPv6 counts as the
 * IPv4 one, on both sides (SVC-MAND-012).
 * @param address as the connection tells it; null for a local pipe
 */
export function isAllowedAddress(address: string | null, ranges: readonly string[]): boolean {
  const plain = address?.split("%")[0];
  if (plain === undefined || !isAddress(plain)) return false;
  const peer = ipaddr.process(plain);
  return ranges.some((range) => includes(range, peer));
}

/** Whether a word is an address or a range of them. */
export function isRange(word: string): boolean {
  const [base = "", bits] = word.split("/");
  return isAddress(base) && (bits === undefined || ipaddr.isValidCIDR(word));
}

/** In the usual form only: "10.1" is an address to some, and a typing error to most. */
function isAddress(word: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(word) || ipaddr.IPv6.isValid(word);
}

function includes(range: string, peer: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const [base, bits] = rangeOf(range);
  return base.kind() === peer.kind() && peer.match(base, bits);
}

function rangeOf(range: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const [base, bits] = range.includes("/")
    ? ipaddr.parseCIDR(range)
    : [ipaddr.parse(range), ipaddr.parse(range).kind() === "ipv4" ? 32 : 128];
  const mapped = base.kind() === "ipv6" && (base as ipaddr.IPv6).isIPv4MappedAddress() && bits >= 96;
  return mapped ? [(base as ipaddr.IPv6).toIPv4Address(), bits - 96] : [base, bits];
}
