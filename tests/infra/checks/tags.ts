import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Check, type Fields, unless } from '#tests/infra/graph.ts'
import { platformFolder } from '#tests/infra/platform.ts'

const wanted = ['app', 'stage', 'component', 'cost-centre']
const known = new Map<string, boolean>()

/** Whether AWS takes tags on a type, by the provider's own declarations. */
function takesTags(type: string): boolean {
  const before = known.get(type)
  if (before !== undefined) return before
  const [, module = ''] = type.split(':')
  const file = join(platformFolder, 'node_modules/@pulumi/aws', `${module}.d.ts`)
  const source = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const takes = /^ {4}tags\?: pulumi\.Input</m.test(source.slice(source.lastIndexOf('Args {')))
  known.set(type, takes)
  return takes
}

const tags: Check = {
  name: 'everything that can be tagged carries app, stage, component and cost centre, and nothing else is',
  problems: graph =>
    graph.resources
      .filter(({ type }) => type.startsWith('aws:'))
      .flatMap(({ type, name, inputs }) => {
        const found = (inputs.tags ?? {}) as Fields
        if (!takesTags(type))
          return unless(Object.keys(found).length === 0, `${name} (${type}) takes no tags`)
        return wanted.flatMap(tag => unless(Boolean(found[tag]), `${name} (${type}) has no tag ${tag}`))
      }),
}

export const tagChecks = [tags]
