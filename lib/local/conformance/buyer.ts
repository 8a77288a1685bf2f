import type { Subject } from '#lib/retailers/conformance/subject.ts'

/** Who buys in the kit's cases. No such person. */
export const buyer: Pick<Subject, 'address' | 'currency' | 'email'> = {
  address: {
    country: 'US',
    region: 'NY',
    postalCode: '10001',
    firstName: 'Kit',
    lastName: 'Conformance',
    street: '12 Harbor Street',
    city: 'New York',
  },
  currency: 'USD',
  email: 'kit@example.com',
}
