import { messageFor } from '#lib/domain/messages.ts'

/** The framework's own limit for an action's body; past it, it would answer 500. */
const largestBody = 1024 * 1024

/** Strings that stand for a value by themselves; all others with a dollar sign point to another part of the body. */
const standsAlone = /^\$(\$|undefined$|NaN$|-0$|-?Infinity$|D|n-?\d+$)/

function refuse(status: number, code: 'invalid_input' | 'too_large'): Response {
  return Response.json(
    { code, message: messageFor(code) },
    { status, headers: { 'cache-control': 'no-store' } },
  )
}

function pointsNowhere(value: unknown, hasPart: (id: string) => boolean): boolean {
  if (typeof value === 'string') {
    if (!value.startsWith('$') || standsAlone.test(value)) return false
    const id = /^\$[A-Za-z@]?([0-9a-f]+)/.exec(value)?.[1]
    return id === undefined || !hasPart(id)
  }
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(each => pointsNowhere(each, hasPart))
}

/** True for the arguments of an action as the framework's browser side writes them: a JSON list. */
function isArguments(text: string, hasPart: (id: string) => boolean): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && !pointsNowhere(value, hasPart)
  } catch {
    return false
  }
}

function isFromElsewhere({ headers }: Request): boolean {
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return origin !== null && URL.parse(origin)?.host !== host
}

async function isReadableForm(request: Request, isCall: boolean): Promise<boolean> {
  try {
    const form = await request.formData()
    const root = form.get('0')
    const names = [...form.keys()]
    const hasPart = (id: string) => names.some(name => name === id || name.startsWith(`${id}_`))
    return !isCall || (typeof root === 'string' && isArguments(root, hasPart))
  } catch {
    return false
  }
}

/**
 * Refuses what is no server action's call with a 4xx: the framework itself answers 500 to a body that is too large,
 * broken, of the wrong type, or posted from another site. Undefined for a call it can go on with, and for anything
 * that is not a post.
 */
export async function refuseBrokenAction(request: Request): Promise<Response | undefined> {
  if (request.method !== 'POST') return undefined
  if (Number(request.headers.get('content-length')) > largestBody) return refuse(413, 'too_large')
  if (isFromElsewhere(request)) return refuse(403, 'invalid_input')
  const type = request.headers.get('content-type') ?? ''
  const isCall = request.headers.has('next-action')
  if (type.startsWith('multipart/form-data')) {
    return (await isReadableForm(request, isCall)) ? undefined : refuse(400, 'invalid_input')
  }
  if (!isCall) return undefined
  if (!type.startsWith('text/plain')) return refuse(415, 'invalid_input')
  const text = await request.text()
  if (text.length > largestBody) return refuse(413, 'too_large')
  return isArguments(text, () => false) ? undefined : refuse(400, 'invalid_input')
}
