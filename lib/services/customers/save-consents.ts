export { saveConsents } from '#lib/data/customers.ts'
