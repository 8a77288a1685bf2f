'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useId, useState } from 'react'
import { type FieldPath, FormProvider, useForm } from 'react-hook-form'
import { readPreferences, savePreferences } from '#components/cart/cart-preferences.ts'
import { setCartState } from '#components/cart/cart-store.ts'
import { AddressFields } from '#components/checkout/address-fields.tsx'
import { CardFields } from '#components/checkout/card-fields.tsx'
import { ChargesNotice } from '#components/checkout/charges-notice.tsx'
import { keepDetails, keptDetails } from '#components/checkout/checkout-memory.ts'
import type { CheckoutActions } from '#components/checkout/checkout-page.tsx'
import { CheckoutSummary } from '#components/checkout/checkout-summary.tsx'
import { ConsentFields } from '#components/checkout/consent-fields.tsx'
import { ContactFields } from '#components/checkout/contact-fields.tsx'
import { problemsOf } from '#components/checkout/field-problems.ts'
import { FormSection } from '#components/checkout/form-section.tsx'
import { PlaceNotice } from '#components/checkout/place-notice.tsx'
import { TestCards } from '#components/checkout/test-cards.tsx'
import type { Accepted } from '#components/checkout/use-accepted-quotes.ts'
import { usePlaceOrder } from '#components/checkout/use-place-order.ts'
import { usePrefill } from '#components/checkout/use-prefill.ts'
import { FulfilmentChoice } from '#components/quote/fulfilment-choice.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { defaultDestination, destinationSchema, market } from '#lib/domain/address.ts'
import { type CartView, withQuote } from '#lib/domain/cart-view.ts'
import {
  type CheckoutFormInput,
  type CheckoutFormOutput,
  checkoutFormSchema,
} from '#lib/domain/checkout-form.ts'
import { messageFor, wordsForIssue } from '#lib/domain/messages.ts'
import { type Money, sum } from '#lib/domain/money.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import type { Quote } from '#lib/domain/quote.ts'
import { listWords } from '#lib/domain/split/count-words.ts'

type CheckoutFormProps = {
  view: CartView
  accepted: Accepted[]
  busy: boolean
  actions: CheckoutActions
  testCards: boolean
  onFresh: () => Promise<void>
  onChosen: () => void
}

/** Refusals after which the prices shown are no longer to be had, so that fresh ones are fetched. */
const needFreshPrices = ['quote_expired', 'quote_changed', 'cart_changed', 'destination_changed', 'not_found']

/** Everything a retailer needs to sell: who, where, how soon, and what pays for it. */
export function CheckoutForm({
  view,
  accepted,
  busy,
  actions,
  testCards,
  onFresh,
  onChosen,
}: CheckoutFormProps) {
  const destination = accepted[0]?.quote.destination ?? defaultDestination
  const names = listWords(accepted.map(each => each.retailer.name))
  const total = sumOf(accepted.map(each => each.quote))
  const before = accepted.some(each => each.before) && sumOf(accepted.map(each => each.before ?? each.quote))
  const [kept] = useState(keptDetails)
  const formId = useId()
  const form = useForm<CheckoutFormInput, unknown, CheckoutFormOutput>({
    resolver: zodResolver(checkoutFormSchema, { error: wordsForIssue }),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      contact: { email: '', phone: '', ...kept?.contact },
      // Where the prices are for, it goes: a place typed since has its prices by now.
      address: {
        firstName: '',
        lastName: '',
        street: '',
        extra: '',
        city: '',
        ...kept?.address,
        ...destination,
      },
      consents: {
        brand_marketing: false,
        brand_analytics: false,
        ...kept?.consents,
      },
      retailerConsents: kept?.retailerConsents ?? {},
      card: { number: '', expiry: '', cvc: '', name: '' },
    },
  })
  const { place, placing } = usePlaceOrder(actions.placeOrder, accepted)
  const [problem, setProblem] = useState<string>()
  const [choosing, setChoosing] = useState<string>()
  const attempt = form.formState.submitCount

  /** True when the address lies where the quote is for. If not, prices for where it does lie are fetched. */
  async function matchPlace(): Promise<boolean> {
    const entered = destinationSchema.safeParse({ ...form.getValues('address'), country: market.country })
    if (!entered.success) return true
    const { postalCode, region } = entered.data
    if (postalCode === destination.postalCode && region === destination.region) return true
    savePreferences({ destination: { postalCode, region, country: market.country } })
    await onFresh()
    return false
  }
  usePrefill(form, kept ? undefined : actions.prefill, () => void matchPlace())
  useEffect(() => {
    const { unsubscribe } = form.watch(({ contact, address, consents, retailerConsents }) =>
      keepDetails({ contact, address, consents, retailerConsents }),
    )
    return unsubscribe
  }, [form])

  async function chooseDelivery(quoteId: string, optionId: string) {
    setChoosing(quoteId)
    const result = await actions.select({ quoteId, optionId }).catch(() => undefined)
    setChoosing(undefined)
    if (!result?.ok) {
      setProblem(messageFor(result?.code))
      return onFresh()
    }
    onChosen()
    setCartState({ view: withQuote(view, quoteId, result.data.quote) })
  }

  async function submit(values: CheckoutFormOutput) {
    setProblem(undefined)
    if (!(await matchPlace())) return setProblem(messageFor('destination_changed'))
    const refusal = await place(values)
    if (!refusal) return
    const fields = Object.entries(refusal.fields)
    for (const [name, message] of fields) form.setError(name as FieldPath<CheckoutFormInput>, { message })
    if (fields.length === 0) setProblem(refusal.message)
    if (needFreshPrices.includes(refusal.code)) await onFresh()
  }

  const isPart = accepted.length > 1
  return (
    <FormProvider {...form}>
      <PageHeading
        lead={
          isPart
            ? `You buy from ${names}. Each sells, ships and bills its part.`
            : `You buy from ${names}, which sells, ships and bills.`
        }
        title="Checkout"
      />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-16">
        <form
          className="grid content-start gap-10 lg:order-first"
          id={formId}
          noValidate
          onSubmit={form.handleSubmit(submit)}
        >
          <ErrorSummary attempt={attempt} problems={attempt > 0 ? problemsOf(form.formState.errors) : []} />
          {problem && (
            <Notice role="alert" tone="bad">
              {problem}
            </Notice>
          )}
          <FormSection number={1} title="You">
            <ContactFields />
          </FormSection>
          <FormSection number={2} title="Where it goes">
            <AddressFields onPlaceEntered={() => void matchPlace()} />
            <PlaceNotice
              busy={busy}
              destination={destination}
              total={total}
              wanted={readPreferences().destination}
              was={before || undefined}
            />
          </FormSection>
          <FormSection number={3} title="How soon">
            {accepted.map(({ quote, retailer }) => (
              <FulfilmentChoice
                busy={choosing === quote.id || busy}
                from={isPart ? retailer.name : undefined}
                key={retailer.id}
                onChoose={optionId => chooseDelivery(quote.id, optionId)}
                quote={quote}
              />
            ))}
          </FormSection>
          <FormSection
            note={
              isPart
                ? `Your card goes straight from this browser to the payment services of ${names}. We never see it.`
                : `Your card goes straight from this browser to ${names}'s payment service. We never see it.`
            }
            number={4}
            title="Card"
          >
            <CardFields />
            {testCards && <TestCards />}
          </FormSection>
          <FormSection note="None of these is needed to buy." number={5} title="If you like">
            <ConsentFields retailers={accepted.map(each => each.retailer)} />
          </FormSection>
          <FormSection number={6} title="Order">
            <ChargesNotice accepted={accepted} />
            <Button
              className="sm:w-fit"
              pending={placing || busy || choosing !== undefined}
              size="large"
              type="submit"
              wide
            >
              {placing ? 'Placing your order…' : `Pay ${formatMoney(total)}`}
            </Button>
          </FormSection>
        </form>
        <CheckoutSummary accepted={accepted} lines={view.cart.lines} onFresh={onFresh} total={total} />
      </div>
    </FormProvider>
  )
}

function sumOf(quotes: readonly Quote[]): Money {
  return sum(
    quotes.map(quote => quote.totals.total),
    quotes[0]?.totals.total.currency ?? market.currency,
  )
}
