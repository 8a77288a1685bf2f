import { claimKey } from '#lib/data/keys.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { signValue } from '#lib/services/sign-value.ts'

/** Seconds between two sign-in links to one address. */
const pause = 20

/** Lets one sign-in link an address through at a time, so that nobody's inbox can be flooded. Throws `too_many_requests`. */
export async function admitLinkRequest(email: string): Promise<void> {
  const name = (await signValue('link-request', email)).slice(email.length + 1)
  if (!(await claimKey('link-request', name, pause)))
    throw new DomainError('too_many_requests', { field: 'email' })
}
