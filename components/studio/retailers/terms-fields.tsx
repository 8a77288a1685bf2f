import { Section } from '#components/studio/editor/section.tsx'
import { Line } from '#components/studio/retailers/registered-field.tsx'

const pair = 'grid items-end gap-4 sm:grid-cols-2'

/** What a retailer says of its usual delivery and its members. */
export function TermsFields() {
  return (
    <>
      <Section
        hint="In dollars. Only for comparing before it has been asked; what is charged is always its own quote."
        id="delivery"
        title="Usual delivery"
      >
        <div className={pair}>
          <Line inputMode="decimal" name="delivery.price" optional />
          <Line inputMode="decimal" name="delivery.freeFrom" optional />
        </div>
      </Section>
      <Section hint="Leave it empty where it has none." id="loyalty" title="Loyalty scheme">
        <div className={pair}>
          <Line name="loyalty.name" optional />
          <Line name="loyalty.example" optional />
        </div>
        <Line hint="A reverse-domain name, such as com.shop.club." name="loyalty.claim" optional />
        <div className={pair}>
          <Line
            hint="In dollars, where it is an amount. For estimates."
            inputMode="decimal"
            name="loyalty.flatSaving.amount"
            optional
          />
          <Line hint="In dollars." inputMode="decimal" name="loyalty.flatSaving.from" optional />
        </div>
      </Section>
    </>
  )
}
