/** The most a server action takes, as in Next's own default: bytes. */
const maximumBytes = 1_000_000

/** Text in React's wire format that refers to nothing else in the request: a plain value, or an escaped `$`. */
const plainText = /^(?:[^$]|\$(?:\$|undefined$|NaN$|Infinity$|-Infinity$|-0$|D\d{4}-|n-?\d+$|T$))/

/** The body, or undefined as soon as it grows too large, whatever length was announced. */
async function read(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maximumBytes) return undefined
    chunks.push(chunk)
  }
  const whole = new Uint8Array(size)
  let start = 0
  for (const chunk of chunks) {
    whole.set(chunk, start)
    start += chunk.byteLength
  }
  return whole
}

function isArguments(text: string): boolean {
  let plain = true
  const parsed: unknown = JSON.parse(text, (_key, value) => {
    if (typeof value === 'string' && value !== '' && !plainText.test(value)) plain = false
    return value
  })
  return plain && Array.isArray(parsed)
}

/**
 * The status a post to a server action is refused with, or undefined for one that can be read. Next itself answers
 * 500 to a body that is too large or cannot be parsed, though the fault is the sender's.
 */
export async function statusForBody(request: Request): Promise<400 | 413 | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maximumBytes) return 413
  const body = await read(request)
  if (!body) return 413
  const type = request.headers.get('content-type') ?? ''
  try {
    if (type.startsWith('multipart/form-data')) {
      await new Response(body, { headers: { 'content-type': type } }).formData()
      return undefined
    }
    return isArguments(new TextDecoder().decode(body)) ? undefined : 400
  } catch {
    return 400
  }
}
