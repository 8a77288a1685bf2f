import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { action } from '#lib/action.ts'

type Options = Parameters<typeof action<typeof schema, string>>[0]
const schema = z.object({ slug: z.string() })
const run = async () => 'done'

test('an action for marketers or admins does not compile without saying what it records', () => {
  expectTypeOf({ schema, run, role: 'shopper' as const }).toExtend<Options>()
  expectTypeOf({ schema, run, role: 'marketer' as const, records: 'nothing' as const }).toExtend<Options>()
  expectTypeOf({ schema, run, role: 'marketer' as const }).not.toExtend<Options>()
  expectTypeOf({ schema, run, role: 'admin' as const }).not.toExtend<Options>()
})
