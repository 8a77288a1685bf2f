import { createHash, timingSafeEqual } from 'node:crypto'
import { DomainError } from '#lib/domain/errors.ts'
import { type Revalidation, revalidationSchema } from '#lib/domain/revalidation.ts'
import { secret, secretNames } from '#lib/secrets.ts'

const maximumBytes = 16_384

/** Both as digests, so that neither content nor length shows in the time it takes. */
function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

/** The body as text. Stops reading, with `too_large`, at the limit, whatever length was announced. */
async function textOf(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maximumBytes) throw new DomainError('too_large')
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maximumBytes) throw new DomainError('too_large')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/**
 * The tags a trusted caller wants revalidated. The caller proves itself by the secret `brandfront/revalidate` as a
 * bearer token. Throws not_signed_in, too_large or invalid_input, in this order.
 */
export async function parseRevalidation(request: Request): Promise<Revalidation> {
  const token = request.headers.get('authorization')?.match(/^Bearer (.+)$/)?.[1]
  if (!token || !same(token, await secret(secretNames.revalidate))) throw new DomainError('not_signed_in')
  const text = await textOf(request)
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (cause) {
    throw new DomainError('invalid_input', { cause })
  }
  const parsed = revalidationSchema.safeParse(body)
  if (!parsed.success) throw new DomainError('invalid_input', { field: 'tags', cause: parsed.error })
  return parsed.data
}
