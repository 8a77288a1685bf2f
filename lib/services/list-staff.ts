export { listStaff } from '#lib/data/staff.ts'
