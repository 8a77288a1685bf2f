/** True for this machine itself: what development runs against, and what a server in a data centre must never be sent to. */
export function isOwnMachine(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? ''
  return host === 'localhost' || host.endsWith('.localhost') || /^127\./.test(host) || host === '[::1]'
}

const privateNetworks = [
  /^0\./,
  /^10\./,
  /^127\./,
  /^169\.254\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^192\.0\.0\./,
  /^198\.1[89]\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^(22[4-9]|2[3-5]\d)\./,
]
const privateNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa)$/

/** A name or address that the whole internet can reach, as far as its own text tells; IPv6 by number never is. */
function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return false
  if (/^[\d.]+$/.test(host)) return !privateNetworks.some(network => network.test(host))
  const name = host.replace(/\.$/, '')
  return name.includes('.') && !privateNames.test(name)
}

/**
 * Whether a server may be sent to an address that a person typed: https, without a password in it, to a public name;
 * or this machine, for trying. `URL` has already turned odd spellings of numbers into plain ones. Whoever saves such
 * an address where others' servers run must refuse `isOwnMachine` too.
 */
export function isOutboundAddress(address: string): boolean {
  const url = URL.parse(address)
  if (!url || url.username || url.password || url.hash) return false
  if (isOwnMachine(address)) return url.protocol === 'https:' || url.protocol === 'http:'
  return url.protocol === 'https:' && isPublicHost(url.hostname)
}
