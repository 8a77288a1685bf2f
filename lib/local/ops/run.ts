import { parseArgs } from 'node:util'
import { environment } from '#lib/local/environment.ts'
import { portsInUse } from '#lib/local/running.ts'

/** What an operator can run. Each says in a line what it did, and throws with what is wrong. */
const commands: Record<string, { usage: string; run: (names: string[]) => Promise<string[]> }> = {
  redrive: {
    usage: 'redrive [queue]   moves dead letters back into their queue, or into all queues',
    run: async ([wanted]) => {
      // Imported only now: they read the environment when they are loaded.
      const { config } = await import('#lib/config.ts')
      const { redrive } = await import('./redrive.ts')
      const urls = config.QUEUE_URLS.filter(url => !wanted || url.endsWith(`/${wanted}`))
      if (urls.length === 0) throw new Error(wanted ? `There is no queue ${wanted}.` : 'QUEUE_URLS is empty.')
      const lines: string[] = []
      for (const url of urls) {
        const { from, moved } = await redrive(url)
        lines.push(`${url.split('/').at(-1)}: ${moved} moved back from ${from}`)
      }
      return lines
    },
  },
  retailer: {
    usage:
      'retailer <row.json> [articles.json]   adds a retailer, or replaces its row (docs/add-a-retailer.md)',
    run: async ([row, articles]) => {
      if (!row) throw new Error('Name the file that holds the row.')
      const { addRetailer } = await import('./add-retailer.ts')
      return addRetailer(row, articles)
    },
  },
  'rotate-signing-key': {
    usage: 'rotate-signing-key   lets the next key sign what is sent to retailers, and makes another',
    run: async () => {
      const { rotateSigningKey } = await import('./rotate-signing-key.ts')
      const { current, next } = await rotateSigningKey()
      return [`${current} signs from now on; ${next} is published for the next time`]
    },
  },
  role: {
    usage: 'role <email> <role>   gives a person a role: shopper, viewer, marketer or admin',
    run: async ([email = '', role = '']) => {
      const { contactSchema } = await import('#lib/domain/address.ts')
      const { roleSchema } = await import('#lib/auth/roles.ts')
      const { giveRole } = await import('#lib/auth/adapter.ts')
      const address = contactSchema.shape.email.safeParse(email)
      if (!address.success) throw new Error(`${email || 'Nothing'} is not an e-mail address.`)
      const wanted = roleSchema.safeParse(role)
      if (!wanted.success)
        throw new Error(`There is no role ${role}. Roles: ${roleSchema.options.join(', ')}.`)
      await giveRole(address.data, wanted.data)
      return [`${address.data} is ${wanted.data} now`]
    },
  },
  'rebuild-insights': {
    usage:
      'rebuild-insights [from] [to]   counts the orders of these days’ months again; the last twelve months without',
    run: async ([from, to]) => {
      const { dayOf, longestRange, addDays } = await import('#lib/domain/insight/periods.ts')
      const { rebuildInsights } = await import('#lib/services/insight/rebuild-insights.ts')
      const today = dayOf(Date.now())
      const range = { from: from ?? addDays(today, 1 - longestRange), to: to ?? today }
      const { orders, uncounted, off } = await rebuildInsights(range)
      return [
        `${orders} orders counted again; ${uncounted} had not been counted; ${off.length} counters were off`,
        ...off.map(({ counter, by }) => `${counter}: ${JSON.stringify(by)} added`),
      ]
    },
  },
}

const usage = [
  'npm run ops -- [--cloud] <command>',
  ...Object.values(commands).map(command => `  ${command.usage}`),
  'Works on the demo that runs here; with --cloud, on AWS as the environment says.',
].join('\n')

async function main(): Promise<string[]> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { cloud: { type: 'boolean' } },
  })
  const [name = '', ...names] = positionals
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Error(usage)
  if (!values.cloud) {
    const ports = portsInUse('.local')
    if (!ports) throw new Error('No demo runs here: start it with npm run demo.')
    Object.assign(process.env, environment(ports))
  }
  return command.run(names)
}

main().then(
  lines => console.log(lines.join('\n')),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  },
)
