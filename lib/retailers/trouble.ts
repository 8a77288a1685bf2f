import { isDomainError } from '#lib/domain/errors.ts'
import type { Trouble } from '#lib/domain/retailer-health.ts'

const codes: Record<string, Trouble> = {
  ENOTFOUND: 'no_such_host',
  EAI_AGAIN: 'no_such_host',
  ECONNREFUSED: 'refused_connection',
  UND_ERR_CONNECT_TIMEOUT: 'slow',
  UND_ERR_HEADERS_TIMEOUT: 'slow',
  UND_ERR_BODY_TIMEOUT: 'slow',
  ETIMEDOUT: 'slow',
}
const names: Record<string, Trouble> = {
  TimeoutError: 'slow',
  AbortError: 'slow',
  SyntaxError: 'unreadable',
  ZodError: 'unreadable',
  $ZodError: 'unreadable',
  ResourceNotFoundException: 'no_secret',
  NothingInCommon: 'not_our_version',
}

function ofStatus(status: number): Trouble {
  if (status === 404 || status === 410) return 'missing'
  return status >= 500 ? 'failing' : 'refused'
}

/** What one error of a chain says by itself. */
function troubleIn(error: Error & { code?: unknown; status?: unknown }): Trouble | undefined {
  if (isDomainError(error, 'retailer_slow')) return 'slow'
  if (typeof error.status === 'number') return ofStatus(error.status)
  if (error.message === 'unexpected redirect') return 'moved'
  if (error.message === 'answer too large') return 'unreadable'
  const { code } = error
  if (typeof code === 'string' && /CERT|TLS|SSL|UNABLE_TO|SELF_SIGNED/.test(code)) return 'not_secure'
  return (typeof code === 'string' ? codes[code] : undefined) ?? names[error.name]
}

/** Why asking a retailer failed, from an error and its causes. */
export function troubleOf(error: unknown): Trouble {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const found = troubleIn(each)
    if (found) return found
  }
  return isDomainError(error, 'retailer_refused') ? 'refused' : 'unreachable'
}
