import { Section } from '#components/studio/editor/section.tsx'
import { CapabilityFields } from '#components/studio/retailers/capability-fields.tsx'
import { Line, Lines } from '#components/studio/retailers/registered-field.tsx'

const pair = 'grid gap-4 sm:grid-cols-2'

/** How a retailer that sells through this site is reached, and what it says of itself. */
export function SellingFields({ adapter }: { adapter: 'ucp' | 'rest' }) {
  const isProfiled = adapter === 'ucp'
  return (
    <>
      <Section id="reach" title="How it is reached">
        <Line
          hint={
            isProfiled
              ? 'Its site, or the address of its profile where that is not /.well-known/ucp there.'
              : 'The base address of its API.'
          }
          inputMode="url"
          label="Address"
          name="endpoint"
        />
        <Line
          hint="The name that its API key has in Secrets Manager, such as brandfront/retailer/corner-shop. Never the key itself."
          label="Name of its secret"
          name="secretName"
          optional={isProfiled}
        />
        <Lines
          hint="One origin a line, where its own pages are not at the address above. Shoppers are sent nowhere else."
          label="Its own pages"
          name="pageOrigins"
          optional
          rows={2}
        />
        <div className={pair}>
          <Line
            hint="0.1 to 20. Nobody waits longer for its price."
            inputMode="decimal"
            label="Seconds to answer a quote"
            name="quoteDeadline"
          />
          <Line
            hint="While orders are placed, all servers together."
            inputMode="decimal"
            label="Calls a second at most"
            name="callsPerSecond"
            optional
          />
        </div>
      </Section>
      <Section
        hint={
          isProfiled
            ? 'Only where its profile names several ways to pay, or not where card fields go.'
            : 'Who takes the card. This site never sees it.'
        }
        id="payment"
        title="Payment"
      >
        <div className={pair}>
          <Line label="Its name for the handler" name="payment.handlerId" optional={isProfiled} />
          <Line
            inputMode="url"
            label="Where browsers send card fields"
            name="payment.tokenizeUrl"
            optional={isProfiled}
          />
        </div>
      </Section>
      <Section
        hint="In dollars. Only for comparing before it has been asked; what is charged is always its own quote."
        id="delivery"
        title="Usual delivery"
      >
        <div className={pair}>
          <Line inputMode="decimal" label="Price of delivery" name="delivery.price" optional />
          <Line inputMode="decimal" label="Free from goods worth" name="delivery.freeFrom" optional />
        </div>
      </Section>
      <Section hint="Leave it empty where it has none." id="loyalty" title="Loyalty scheme">
        <div className={pair}>
          <Line label="What shoppers call it" name="loyalty.name" optional />
          <Line label="What a number looks like" name="loyalty.example" optional />
        </div>
        <Line
          hint="A reverse-domain name, such as com.shop.club."
          label="Its name in the protocol"
          name="loyalty.claim"
          optional
        />
        <div className={pair}>
          <Line
            hint="In dollars, where it is an amount. For estimates."
            inputMode="decimal"
            label="Members save"
            name="loyalty.flatSaving.amount"
            optional
          />
          <Line
            hint="In dollars."
            inputMode="decimal"
            label="From goods worth"
            name="loyalty.flatSaving.from"
            optional
          />
        </div>
      </Section>
      <CapabilityFields isProfiled={isProfiled} />
    </>
  )
}
