import { parseArgs } from 'node:util'
import { say } from '#lib/local/say.ts'

const usage =
  'npm run seed:scale -- --count 100000 [--from 0] [--search] [--port 3006]   (while the demo runs)'

/** Adds generated listings to the running demo's table. `--port` is the DynamoDB stand-in's. */
async function main() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100000' },
      from: { type: 'string', default: '0' },
      port: { type: 'string', default: '3006' },
      search: { type: 'boolean', default: false },
    },
  })
  const [count, from, port] = [Number(values.count), Number(values.from), Number(values.port)]
  if (![count, from, port].every(value => Number.isSafeInteger(value) && value >= 0)) throw new Error(usage)
  process.env.AWS_REGION ??= 'us-east-1'
  process.env.AWS_ACCESS_KEY_ID ??= 'local'
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local'
  process.env.AWS_ENDPOINT_URL_DYNAMODB ??= `http://127.0.0.1:${port}`
  const { writeGenerated } = await import('./generate.ts')
  await writeGenerated({
    from,
    to: from + count,
    search: values.search,
    onProgress: written => {
      if ((written - from) % 5000 === 0) say(`${written - from} of ${count} listings`)
    },
  })
  say(`${count} listings are in the table. Pages kept by the site show them once they are made anew.`)
}

await main()
