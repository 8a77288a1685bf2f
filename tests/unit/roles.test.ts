import { expect, test } from 'vitest'
import { rolesAllowedTo, studioAccess } from '#lib/auth/roles.ts'

test('a viewer sees insight and nothing else of the studio', () => {
  expect(studioAccess('viewer', '/studio/insight')).toBe('allowed')
  expect(studioAccess('viewer', '/studio/insight/table.csv')).toBe('allowed')
  expect(studioAccess('viewer', '/studio')).toBe('insight')
  for (const path of ['/studio/orders', '/studio/customers', '/studio/insights', '/studio/listings/tea']) {
    expect(studioAccess('viewer', path)).toBe('none')
  }
  expect(rolesAllowedTo('marketer')).not.toContain('viewer')
})

test('a shopper sees nothing of the studio, a marketer and an admin all', () => {
  for (const path of ['/studio', '/studio/insight', '/studio/customers']) {
    expect(studioAccess('shopper', path)).toBe('none')
    expect(studioAccess('marketer', path)).toBe('allowed')
    expect(studioAccess('admin', path)).toBe('allowed')
  }
})
