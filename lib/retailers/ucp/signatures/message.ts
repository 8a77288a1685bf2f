/** A message as its signature sees it. `url` is the address that the sender called, as the outside world knows it. */
export type RequestMessage = {
  method: string
  url: URL
  headers: Headers
  /** The exact bytes. */
  body?: string | Uint8Array
}
export type ResponseMessage = { status: number; headers: Headers; body?: string | Uint8Array }
export type Message = RequestMessage | ResponseMessage

export const isRequest = (message: Message): message is RequestMessage => 'method' in message

/** True when the message carries a body of at least one byte. */
export function hasBody({ body }: Message): boolean {
  return body !== undefined && body.length > 0
}

const derived: Record<string, (request: RequestMessage) => string> = {
  '@method': ({ method }) => method.toUpperCase(),
  '@authority': ({ url }) => url.host,
  '@path': ({ url }) => url.pathname,
  // RFC 9421 section 2.2.7: an absent query counts as an empty one.
  '@query': ({ url }) => url.search || '?',
  '@scheme': ({ url }) => url.protocol.slice(0, -1),
  '@target-uri': ({ url }) => url.href,
}

/** What one covered component of a message says (RFC 9421 section 2), undefined where the message has no such thing. */
export function componentValue(message: Message, name: string): string | undefined {
  if (!name.startsWith('@')) return message.headers.get(name) ?? undefined
  if (isRequest(message)) return derived[name]?.(message)
  return name === '@status' ? String(message.status) : undefined
}

/**
 * The text that is signed (RFC 9421 section 2.5). `parameters` is the value of the signature's `Signature-Input`
 * member, byte for byte. Undefined when the message lacks one of the components.
 */
export function signatureBase(
  message: Message,
  components: readonly string[],
  parameters: string,
): string | undefined {
  const lines = components.map(name => [name, componentValue(message, name)] as const)
  if (lines.some(([, value]) => value === undefined)) return undefined
  return [...lines, ['@signature-params', parameters]]
    .map(([name, value]) => `"${name}": ${value}`)
    .join('\n')
}
