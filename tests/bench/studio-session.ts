/** Signs in as one of the demo's people over HTTP, as the sign-in form does. Returns the session's cookies. */
export async function studioSession(site: string, person: 'viewer' | 'marketer' | 'admin'): Promise<string> {
  const jar = new Map<string, string>()
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return answer
  }
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const asked = keep(await fetch(`${site}/api/auth/csrf`))
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  keep(
    await fetch(`${site}/api/auth/callback/demo`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookie() },
      body: new URLSearchParams({ csrfToken, person, callbackUrl: `${site}/studio` }),
    }),
  )
  if (![...jar.keys()].some(name => name.includes('session-token'))) throw new Error('nobody was signed in')
  return cookie()
}
