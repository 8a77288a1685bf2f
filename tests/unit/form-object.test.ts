import { expect, test } from 'vitest'
import { formObject } from '#lib/domain/form-object.ts'

function posted(...entries: [string, string | Blob][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

test('a posted form nests by its dots and keeps the last of a repeated name', () => {
  const form = posted(['email', 'a@example.com'], ['address.city', 'York'], ['address.city', 'New York'])
  expect(formObject(form)).toEqual({ email: 'a@example.com', address: { city: 'New York' } })
})

test('the framework’s own fields and files are left out', () => {
  const form = posted(['$ACTION_ID_1', ''], ['$ACTION_REF_1', ''], ['file', new Blob(['x'])], ['sku', 'A'])
  expect(formObject(form)).toEqual({ sku: 'A' })
})

test('no name reaches the prototype of anything', () => {
  const form = posted(
    ['__proto__.admin', '1'],
    ['constructor.prototype.admin', '1'],
    ['a.__proto__.admin', '1'],
  )
  formObject(form)
  expect('admin' in {}).toBe(false)
})
