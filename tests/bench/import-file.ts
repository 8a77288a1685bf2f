import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright'
import { cellsOf, listingColumns } from '#lib/domain/listing-cells.ts'
import { generatedListing } from '#lib/local/seed/generate.ts'
import type { Line } from './report.ts'

const rows = 10_000
/** Generated listings that no other part of the benchmark stores. */
const first = 500_000
const patience = 300_000

/** A file of listings in the export's own format. Returns its path. */
function writeFile(folder: string): string {
  const file = join(folder, 'listings.csv')
  const cells = Array.from({ length: rows }, (_, index) => cellsOf(generatedListing(first + index)))
  writeFileSync(file, Papa.unparse(cells, { columns: [...listingColumns] }))
  return file
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Chooses the file on the studio's page and waits until all of it has been looked through. */
async function look(page: Page, site: string, file: string): Promise<number> {
  await page.goto(`${site}/studio/listings/import`)
  return secondsOf(async () => {
    await page.getByLabel('Choose a CSV file').setInputFiles(file)
    await page.getByRole('button', { name: 'Choose another file' }).waitFor({ timeout: patience })
  })
}

/** (h) A large file brought in on the studio's page: looked through, imported, and brought in once more. */
export async function importFile(site: string, browser: Browser, folder: string): Promise<Line[]> {
  const file = writeFile(folder)
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(`${site}/sign-in`)
    await page.getByRole('button', { name: 'Sign in as Mika' }).click()
    await page.waitForURL(`${site}/studio`)
    const looking = await look(page, site, file)
    const importing = await secondsOf(async () => {
      await page.getByRole('button', { name: `Import ${rows.toLocaleString('en-US')} rows` }).click()
      await page.getByText('The file is in.').waitFor({ timeout: patience })
    })
    const again = await look(page, site, file)
    const isSame = (await page.getByRole('button', { name: /^Import \d/ }).count()) === 0
    const total = looking + importing
    return [
      {
        part: 'h',
        what: `Import of ${rows} rows: looked through, then brought in`,
        measured: `${total.toFixed(1)} s (${looking.toFixed(1)} and ${importing.toFixed(1)})`,
        mark: 'under 60 s',
        met: total < 60,
        details: { looking, importing },
      },
      {
        part: 'h',
        what: 'The same file once more',
        measured: `${again.toFixed(1)} s, ${isSame ? 'nothing to change' : 'CHANGES'}`,
        mark: 'nothing to change',
        met: isSame,
        details: { again },
      },
    ]
  } finally {
    await context.close()
  }
}
