import { isDomainError } from '#lib/domain/errors.ts'
import { log } from '#lib/log.ts'
import { receiveWebhook } from '#lib/services/receive-webhook.ts'

/** Bytes. An order of fifty lines with its parcels takes about 60 KB. */
const largest = 256 * 1024

/** The body's bytes as they came; undefined for one that is too large, which is not read to its end. */
async function bytesOf(request: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > largest) return undefined
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function answer(status: number, code?: string): Response {
  const ucp = { version: '2026-04-08', status: code ? 'error' : 'success' }
  const messages = code && [{ type: 'error', code, content: code, severity: 'unrecoverable' }]
  return Response.json(
    { ucp, ...(messages && { messages }) },
    { status, headers: { 'cache-control': 'no-store' } },
  )
}

/** Where retailers send what happens to an order (rest.openapi.json, orderEvent): signed, answered before it is processed. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) return answer(413, 'too_large')
  if (!request.headers.has('signature')) return answer(401, 'signature_invalid')
  const body = await bytesOf(request)
  if (!body) return answer(413, 'too_large')
  try {
    await receiveWebhook(request.headers, body)
    return answer(202)
  } catch (error) {
    if (isDomainError(error, 'invalid_input')) return answer(400, error.code)
    if (isDomainError(error, 'signature_invalid')) {
      log.warn('webhook refused', { code: error.code })
      return answer(401, error.code)
    }
    log.error('webhook not taken', error)
    return answer(503, 'try_again')
  }
}
