import { Section } from '#components/studio/editor/section.tsx'
import { Line, Lines } from '#components/studio/retailers/registered-field.tsx'

/** How a retailer that sells through this site is reached. */
export function ReachFields({ isProfiled }: { isProfiled: boolean }) {
  return (
    <Section id="reach" title="How it is reached">
      <Line
        hint={
          isProfiled
            ? 'Its site, or the address of its profile where that is not /.well-known/ucp there.'
            : 'The base address of its API.'
        }
        inputMode="url"
        name="endpoint"
      />
      <Line
        hint="The name that its API key has in Secrets Manager, such as brandfront/retailer/corner-shop. Never the key itself."
        name="secretName"
        optional={isProfiled}
      />
      <Lines
        hint="One origin a line, where its own pages are not at the address above. Shoppers are sent nowhere else."
        name="pageOrigins"
        optional
        rows={2}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Line hint="0.1 to 20. Nobody waits longer for its price." inputMode="decimal" name="quoteDeadline" />
        <Line
          hint="While orders are placed, all servers together."
          inputMode="decimal"
          name="callsPerSecond"
          optional
        />
      </div>
    </Section>
  )
}
