import { useFormContext } from 'react-hook-form'
import { Section } from '#components/studio/editor/section.tsx'
import { CapabilityFields } from '#components/studio/retailers/capability-fields.tsx'
import { Fold } from '#components/studio/retailers/fold.tsx'
import { ReachFields } from '#components/studio/retailers/reach-fields.tsx'
import { Line } from '#components/studio/retailers/registered-field.tsx'
import { TermsFields } from '#components/studio/retailers/terms-fields.tsx'
import type { RetailerForm } from '#lib/domain/retailer-form.ts'

/** All of a retailer that sells through this site. What a profile says by itself is folded up. */
export function SellingFields({ isProfiled }: { isProfiled: boolean }) {
  const { errors } = useFormContext<RetailerForm>().formState
  const trade = (
    <>
      <Section
        hint={
          isProfiled
            ? 'Only where its profile names several ways to pay, or not where card fields go.'
            : 'Who takes the card. This site never sees it.'
        }
        id="payment"
        title="Payment"
      >
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <Line name="payment.handlerId" optional={isProfiled} />
          <Line inputMode="url" name="payment.tokenizeUrl" optional={isProfiled} />
        </div>
      </Section>
      <CapabilityFields isProfiled={isProfiled} />
    </>
  )
  return (
    <>
      <ReachFields isProfiled={isProfiled} />
      <Fold
        hasProblem={Boolean(errors.delivery || errors.loyalty)}
        hint="For estimates, and for what shoppers read of its members."
        title="Delivery and loyalty"
      >
        <TermsFields />
      </Fold>
      {isProfiled ? (
        <Fold
          hasProblem={Boolean(errors.payment || errors.capabilities)}
          hint="Where its profile is silent, or claims too much."
          title="Payment, and what it can do"
        >
          {trade}
        </Fold>
      ) : (
        trade
      )}
    </>
  )
}
