import { listConsenting } from '#lib/data/consents.ts'
import type { Purpose } from '#lib/domain/consent.ts'
import { csvOf } from '#lib/services/insight/table-csv.ts'

/** Everyone who agrees to a purpose now, as a CSV file, and how many they are. Nobody else is in it. */
export async function audienceCsv(purpose: Purpose): Promise<{ csv: string; count: number }> {
  const rows: string[][] = []
  for await (const { contact, address, updatedAt } of listConsenting(purpose)) {
    if (contact) rows.push([contact.email, address?.firstName ?? '', address?.lastName ?? '', updatedAt])
  }
  rows.sort(([a = ''], [b = '']) => a.localeCompare(b))
  return { csv: csvOf([['E-mail', 'First name', 'Last name', 'Last heard of'], ...rows]), count: rows.length }
}
