import { existsSync, readFileSync } from 'node:fs'
import { functions } from '#lib/workflow/functions.ts'
import { purchaseDefinition } from '#lib/workflow/purchase.asl.ts'
import { type Check, type Fields, text, unless } from '#tests/infra/graph.ts'

/** CloudFront's own: Lambda@Edge has neither arm64 nor traces nor settings. */
const atTheEdge = (name: string) => name.includes('EdgeFunction')

const architecture: Check = {
  name: 'functions run on arm64 and Node 24 with traces on (CloudFront’s edge functions have only x86)',
  problems: graph =>
    graph.all('lambda/function:Function').flatMap(({ name, inputs }) => {
      const tracing = inputs.tracingConfig as { mode?: string } | undefined
      return [
        ...unless(
          atTheEdge(name) || String(inputs.architectures) === 'arm64',
          `${name} runs on ${inputs.architectures ?? 'x86_64'}`,
        ),
        ...unless(inputs.runtime === 'nodejs24.x', `${name} runs on ${String(inputs.runtime)}`),
        ...unless(atTheEdge(name) || tracing?.mode === 'Active', `${name} leaves no traces`),
      ]
    }),
}

const code: Check = {
  name: 'every handler named by path exists',
  problems: graph =>
    graph.handlers.flatMap(handler => {
      const [, file, key] = /^(.*)\.(\w+)$/.exec(handler) ?? []
      const path = `${file}.ts`
      return unless(
        existsSync(path) &&
          new RegExp(`export (const|(async )?function) ${key}\\b`).test(readFileSync(path, 'utf8')),
        `there is no ${handler}`,
      )
    }),
}

const timeouts: Check = {
  name: 'each function’s limit is under that of the state that calls it',
  problems: graph => {
    const states = Object.values(purchaseDefinition(name => name).States) as Fields[]
    return Object.entries(functions).flatMap(([name, { timeoutSeconds }]) => {
      const start = `Function${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Function`
      const deployed = graph.one('lambda/function:Function', start)?.inputs.timeout
      const state = states.find(each => each.Resource === name)
      return [
        ...unless(deployed === timeoutSeconds, `${name} is deployed with a limit of ${String(deployed)} s`),
        ...unless(
          !state || Number(state.TimeoutSeconds) > Number(deployed),
          `${name} may take longer than its state waits`,
        ),
      ]
    })
  },
}

const concurrency: Check = {
  name: 'in production, what calls retailers has its share of concurrency, and what runs by the clock runs alone',
  problems: graph =>
    Object.entries(functions).flatMap(([name, definition]) => {
      if (!graph.isProduction) return []
      const start = `Function${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Function`
      const reserved = graph.one('lambda/function:Function', start)?.inputs.reservedConcurrentExecutions
      const callsRetailers = 'secrets' in definition && definition.secrets.some(each => each === 'retailers')
      return [
        ...unless(!callsRetailers || Number(reserved) > 0, `${name} may call a retailer without bound`),
        ...unless(!('everySeconds' in definition) || reserved === 1, `${name} may run twice at once`),
      ]
    }),
}

const logs: Check = {
  name: 'every log is kept for a set time, and each function has one',
  problems: graph => {
    const groups = graph.all('cloudwatch/logGroup:LogGroup')
    const names = groups.map(({ inputs }) => inputs.name)
    return [
      ...groups.flatMap(({ name, inputs }) =>
        unless(Number(inputs.retentionInDays) > 0, `${name} is kept for ever`),
      ),
      ...graph.all('lambda/function:Function').flatMap(({ name, inputs }) => {
        const group = (inputs.loggingConfig as { logGroup?: string } | undefined)?.logGroup
        return unless(atTheEdge(name) || names.includes(text(group)), `${name} has no log group`)
      }),
    ]
  },
}

export const functionChecks = [architecture, code, timeouts, concurrency, logs]
