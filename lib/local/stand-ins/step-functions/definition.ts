import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions'
import { AwsError } from '#lib/local/stand-ins/aws-json.ts'

/**
 * A definition from its JSON text. Throws InvalidDefinition when it is not valid ASL, or uses what the runner would
 * get silently wrong: JSONata and Assign.
 */
export function parseDefinition(source: string): StateMachineDefinition {
  const unsupported = /"QueryLanguage"\s*:\s*"JSONata"|"Assign"\s*:/.exec(source)
  if (unsupported) throw new AwsError('InvalidDefinition', `${unsupported[0]} does not run locally`)
  try {
    const definition = JSON.parse(source) as StateMachineDefinition
    new StateMachine(definition)
    return definition
  } catch (error) {
    throw new AwsError('InvalidDefinition', error instanceof Error ? error.message : 'not JSON')
  }
}
