import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { measuredPurchase } from './designs.ts'
import { costPage } from './page.ts'

const counts = '.local/bench.json'
const page = 'docs/cost.md'

if (!existsSync(counts)) {
  console.error('There are no counts yet. Run `npm run bench -- --only a` first.')
  process.exit(1)
}
writeFileSync(page, costPage(measuredPurchase(JSON.parse(readFileSync(counts, 'utf8')))))
console.log(readFileSync(page, 'utf8'))
