import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Addresses that lead into networks of the node's own, or nowhere (RFC 6890 and its successors). */
const INTERNAL: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  ["::", 128],
  ["::1", 128],
  // Translated and tunnelled addresses lead to whatever IPv4 address they carry.
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2001::", 23],
  ["2002::", 16],
  ["100::", 64],
  ["2001:db8::", 32],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

const internal = new BlockList();
for (const [net, prefix] of INTERNAL) internal.addSubnet(net, prefix, isIP(net) === 6 ? "ipv6" : "ipv4");

/** Where no event is sent, unless the node's operator allows it. */
export class RefusedAddressError extends Error {
  override readonly name = "RefusedAddressError";

  constructor(host: string) {
    super(`${host} leads to an address inside a network; events are sent to public addresses only.`);
  }
}

/** Whether an address is private, link-local, loopback, multicast, or otherwise no public one. IPv4 in IPv6 is seen through. */
export function isInternalAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || internal.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Whether a URL names an internal host without a name server being asked: an address, or localhost. */
export function namesInternalHost(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (isIP(host) !== 0) return isInternalAddress(host);
  return host === "localhost" || host.endsWith(".localhost");
}

/**
 * Looks a name up and refuses it when any of its addresses is internal. The connection is made to the very addresses
 * that were looked at: a name that answers differently the second time gains nothing.
 */
export function guardedLookup(resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, [], 0);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => isInternalAddress(address))) {
        return callback(new RefusedAddressError(hostname), [], 0);
      }
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
