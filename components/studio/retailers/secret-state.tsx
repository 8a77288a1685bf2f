import { Badge } from '#components/ui/badge.tsx'

function words(hasSecret: boolean | undefined) {
  if (hasSecret === undefined) {
    return { tone: 'warn', badge: 'Could not be looked up', text: 'Secrets Manager did not answer.' } as const
  }
  if (hasSecret) {
    return {
      tone: 'good',
      badge: 'In Secrets Manager',
      text: 'Its value is never shown here. A new one is in use within five minutes.',
    } as const
  }
  return {
    tone: 'bad',
    badge: 'Not there',
    text: 'Put it in as {"apiKey": "…"} under this name. Until then the retailer cannot be asked.',
  } as const
}

/** The name of a retailer's secret and whether it is there; never what it holds. */
export function SecretState({ name, hasSecret }: { name?: string; hasSecret?: boolean }) {
  const found = words(hasSecret)
  return (
    <section aria-labelledby="secret-heading" className="grid justify-items-start gap-2">
      <h2 className="font-semibold font-text" id="secret-heading">
        Its key
      </h2>
      {name ? (
        <>
          <code className="select-all break-all text-sm">{name}</code>
          <Badge tone={found.tone}>{found.badge}</Badge>
          <p className="text-muted text-note">{found.text}</p>
        </>
      ) : (
        <p className="text-muted text-sm">None: our signature is enough.</p>
      )}
    </section>
  )
}
