'use client'

import { useEffect, useEffectEvent } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Action } from '#lib/domain/action-result.ts'
import type { Address, Contact } from '#lib/domain/address.ts'
import type { CheckoutFormInput } from '#lib/domain/checkout-form.ts'

export type Prefill = Action<undefined, { contact?: Contact; address?: Address }>

/**
 * Fills in what a signed-in shopper saved, where nothing has been typed yet. A guest costs no call; without `prefill`
 * nobody does.
 */
export function usePrefill<Output>(
  form: UseFormReturn<CheckoutFormInput, unknown, Output>,
  prefill: Prefill | undefined,
  onFilled: () => void,
): void {
  const filled = useEffectEvent(onFilled)
  useEffect(() => {
    if (!prefill || !document.cookie.includes('signed_in=1')) return
    let current = true
    prefill(undefined).then(
      result => {
        if (!current || !result.ok) return
        const { contact, address } = result.data
        const values = form.getValues()
        form.reset(
          {
            ...values,
            contact: { ...values.contact, ...contact },
            address: { ...values.address, ...address },
          },
          { keepDirtyValues: true },
        )
        if (address) filled()
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [form, prefill])
}
