export { saveConsents } from '#lib/data/consents.ts'
