import { readFileSync } from 'node:fs'
import { sandboxIds } from '#lib/local/ports.ts'
import { unless } from './graph.ts'

/** What can be said of the sources without evaluating them. */
export function fixedProblems(): { name: string; problems: string[] }[] {
  const config = readFileSync('sst.config.ts', 'utf8')
  const stages = readFileSync('lib/infra/stages.ts', 'utf8')
  return [
    {
      name: 'sst.config.ts imports nothing before SST has its providers',
      problems: unless(!/^import /m.test(config), 'there is an import at the top of sst.config.ts'),
    },
    {
      name: 'every sandbox business is deployed',
      problems: sandboxIds.flatMap(id =>
        unless(id === 'sandpay' || stages.includes(`'${id}'`), `${id} is not among the stages’ retailers`),
      ),
    },
  ]
}
