import { Badge } from '#components/ui/badge.tsx'

/** The name of a retailer's secret and whether it is there; never what it holds. */
export function SecretState({ name, hasSecret }: { name?: string; hasSecret?: boolean }) {
  return (
    <section aria-labelledby="secret-heading" className="grid justify-items-start gap-2">
      <h2 className="font-semibold font-text" id="secret-heading">
        Its key
      </h2>
      {name ? (
        <>
          <code className="select-all break-all text-sm">{name}</code>
          {hasSecret ? <Badge tone="good">In Secrets Manager</Badge> : <Badge tone="bad">Not there</Badge>}
          <p className="text-muted text-note">
            {hasSecret
              ? 'Its value is never shown. Who may put in another is said in the guide to keys.'
              : 'Put it in as {"apiKey": "…"} under this name; until then the retailer refuses us.'}
          </p>
        </>
      ) : (
        <p className="text-muted text-sm">None: our signature is enough.</p>
      )}
    </section>
  )
}
