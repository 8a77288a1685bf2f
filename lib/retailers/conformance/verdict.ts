import { isDomainError } from '#lib/domain/errors.ts'

export type Verdict =
  | { status: 'passed' }
  | { status: 'failed'; why: string }
  /** Not offered: the retailer does not claim it, or nothing here can bring it about. Never counted as passed. */
  | { status: 'not offered'; why: string }

/** Thrown by a case that found the retailer wrong. */
class Failed extends Error {}
/** Thrown by a case that has nothing to try. */
class NotOffered extends Error {}

/** Fails the case unless `condition` holds; `why` says what is wrong with the retailer, for its engineer. */
export function must(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Failed(why)
}

/** Ends the case: what it would try is not there. */
export function notOffered(why: string): never {
  throw new NotOffered(why)
}

/** An error in words: its code and what caused it. */
function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return isDomainError(error) ? `${error.code}${cause}` : `${error.message}${cause}`
}

/** Fails the case unless `work` is refused with one of these codes. */
export async function mustRefuse(
  work: Promise<unknown>,
  codes: readonly string[],
  what: string,
): Promise<void> {
  let answer: unknown
  try {
    answer = await work
  } catch (error) {
    if (isDomainError(error) && codes.includes(error.code)) return
    throw new Failed(`${what}: ${wordsFor(error)} instead of ${codes.join(' or ')}`)
  }
  const said = answer && typeof answer === 'object' && 'status' in answer ? ` (${String(answer.status)})` : ''
  throw new Failed(`${what}: went through${said} instead of ${codes.join(' or ')}`)
}

/** What running a case came to. Whatever else it throws is a failure too. */
export async function judge(run: () => Promise<void>): Promise<Verdict> {
  try {
    await run()
    return { status: 'passed' }
  } catch (error) {
    if (error instanceof NotOffered) return { status: 'not offered', why: error.message }
    return { status: 'failed', why: wordsFor(error) }
  }
}
