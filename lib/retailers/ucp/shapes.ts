import { z } from 'zod'

/*
 * What is read from retailers, version 2026-04-08. Liberal on purpose: unknown fields pass, what real servers
 * leave out has a default. What we rely on for money is checked in totals.ts.
 */

const totalShape = z.object({
  type: z.string(),
  amount: z.number().int(),
  display_text: z.string().optional(),
})
export type WireTotal = z.infer<typeof totalShape>

const messageShape = z.object({
  type: z.string().default('info'),
  code: z.string().default(''),
  path: z.string().default(''),
  content: z.string().default(''),
  severity: z.string().default(''),
})
export type WireMessage = z.infer<typeof messageShape>

const optionShape = z.object({
  id: z.string(),
  title: z.string(),
  carrier: z.string().optional(),
  earliest_fulfillment_time: z.string().optional(),
  latest_fulfillment_time: z.string().optional(),
  totals: z.array(totalShape).default([]),
})
export type WireOption = z.infer<typeof optionShape>

const groupShape = z.object({
  id: z.string(),
  options: z.array(optionShape).default([]),
  selected_option_id: z.string().nullish(),
})

const methodShape = z.object({
  id: z.string().optional(),
  type: z.string().default('shipping'),
  groups: z.array(groupShape).default([]),
})

const confirmationShape = z.object({
  id: z.string().optional(),
  order_id: z.string().optional(),
  label: z.string().optional(),
  permalink_url: z.string().optional(),
})

export const checkoutShape = z.object({
  id: z.string(),
  status: z.string().default('incomplete'),
  currency: z.string(),
  line_items: z
    .array(
      z.object({
        id: z.string(),
        item: z.object({ id: z.string(), price: z.number().int().optional() }),
        quantity: z.number().int(),
        totals: z.array(totalShape).default([]),
      }),
    )
    .default([]),
  totals: z.array(totalShape).default([]),
  messages: z.array(messageShape).default([]),
  expires_at: z.string().optional(),
  continue_url: z.string().optional(),
  fulfillment: z.object({ methods: z.array(methodShape).default([]) }).optional(),
  discounts: z
    .object({
      applied: z
        .array(
          z.object({
            amount: z.number().int(),
            code: z.string().optional(),
            eligibility: z.string().optional(),
          }),
        )
        .default([]),
    })
    .optional(),
  order: confirmationShape.optional(),
  order_id: z.string().optional(),
})
export type WireCheckout = z.infer<typeof checkoutShape>

export const problemShape = z.object({
  messages: z.array(messageShape).default([]),
  continue_url: z.string().optional(),
})

export const envelopeShape = z.object({ ucp: z.object({ status: z.string().default('success') }) })

export const holdShape = z.object({ hold_id: z.string(), expires_at: z.string() })

const text = z.string().optional().catch(undefined)
const partsShape = z
  .array(z.object({ id: z.string(), quantity: z.number().int() }))
  .catch([])
  .default([])

export const orderShape = z.object({
  id: z.string(),
  label: z.string().optional(),
  permalink_url: z.string().default(''),
  currency: z.string(),
  line_items: z
    .array(
      z.object({
        id: text,
        item: z
          .object({ id: z.string(), title: z.string().default('') })
          .optional()
          .catch(undefined),
        quantity: z
          .object({
            original: z.number().int().min(0).optional(),
            total: z.number().int().min(0),
            fulfilled: z.number().int().min(0).default(0),
          })
          .optional()
          .catch(undefined),
        status: z.string().default('processing'),
      }),
    )
    .default([]),
  fulfillment: z
    .object({
      expectations: z
        .array(z.object({ id: z.string(), line_items: partsShape, description: text, fulfillable_on: text }))
        .catch([])
        .default([]),
      events: z
        .array(
          z.object({
            id: text,
            type: z.string(),
            occurred_at: z.string().default(''),
            line_items: partsShape,
            tracking_number: text,
            tracking_url: text,
            carrier: text,
            description: text,
          }),
        )
        .default([]),
    })
    .optional(),
  adjustments: z
    .array(
      z.object({
        id: z.string(),
        type: z.string(),
        occurred_at: z.string(),
        status: z.enum(['pending', 'completed', 'failed']),
        line_items: partsShape,
        totals: z.array(totalShape).catch([]).default([]),
        description: text,
      }),
    )
    .catch([])
    .default([]),
  totals: z.array(totalShape).default([]),
  attribution: z.object({ platform_order_id: text }).optional().catch(undefined),
})
export type WireOrder = z.infer<typeof orderShape>

export const lookupShape = z.object({
  products: z
    .array(
      z.object({
        variants: z.array(
          z.object({
            id: z.string(),
            sku: z.string().optional(),
            price: z.object({ amount: z.number().int().min(0), currency: z.string() }),
            availability: z
              .object({ available: z.boolean().optional(), status: z.string().optional() })
              .optional(),
            inputs: z.array(z.object({ id: z.string() })).default([]),
          }),
        ),
      }),
    )
    .default([]),
})
export type WireLookup = z.infer<typeof lookupShape>
