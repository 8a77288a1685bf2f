import { isDeepStrictEqual } from 'node:util'
import validate from 'asl-validator'
import { functions } from '#lib/workflow/functions.ts'
import { purchaseDefinition } from '#lib/workflow/purchase.asl.ts'
import { type Check, type Fields, grantsOf, text, unless } from '#tests/infra/graph.ts'

const pascal = (name: string) => name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A deployed definition with the functions' names in place of their ARNs. */
function withNames(definition: string): unknown {
  const byPascal = Object.fromEntries(Object.keys(functions).map(name => [pascal(name), name]))
  return JSON.parse(definition, (key, value: unknown) => {
    const [, name] =
      /:function:.*-Function(\w+?)Function-\w+$/.exec(key === 'Resource' ? text(value) : '') ?? []
    return name ? byPascal[name] : value
  })
}

const machine: Check = {
  name: 'the purchase is a valid Standard machine, equal to the local one but for ARNs',
  problems: graph => {
    const [{ inputs } = { inputs: {} as Fields }] = graph.all('sfn/stateMachine:StateMachine')
    const definition = text(inputs.definition) || '{}'
    const { isValid, errors } = validate(JSON.parse(definition))
    return [
      ...unless(isValid, `the machine is not valid: ${JSON.stringify(errors)}`),
      ...unless(
        isDeepStrictEqual(
          withNames(definition),
          JSON.parse(JSON.stringify(purchaseDefinition(name => name))),
        ),
        'the machine differs from the one that runs locally',
      ),
      ...unless(inputs.type === 'STANDARD', 'the machine is not a Standard one'),
    ]
  },
}

const watched: Check = {
  name: 'its logs tell of states and not of what they carry; traces are on; it may call its functions and no others',
  problems: graph => {
    const [{ inputs } = { inputs: {} as Fields }] = graph.all('sfn/stateMachine:StateMachine')
    const logging = inputs.loggingConfiguration as Fields | undefined
    const tracing = inputs.tracingConfiguration as Fields | undefined
    const role = graph.one('iam/role:Role', 'PurchaseRole')
    const callable = (role ? grantsOf(role) : [])
      .filter(({ actions }) => actions.includes('lambda:InvokeFunction'))
      .flatMap(({ resources }) => resources)
    const called = [...text(inputs.definition).matchAll(/"Resource":"([^"]+)"/g)].map(([, arn]) => arn ?? '')
    return [
      ...unless(logging?.level === 'ALL', 'the machine keeps no log'),
      ...unless(logging?.includeExecutionData === false, 'the machine logs what states carry'),
      ...unless(tracing?.enabled === true, 'the machine leaves no traces'),
      ...unless(
        [...new Set(called)].toSorted().join() === callable.toSorted().join(),
        'the machine may call other functions than its own',
      ),
    ]
  },
}

export const workflowChecks = [machine, watched]
