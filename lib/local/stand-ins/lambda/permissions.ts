import { AsyncLocalStorage } from 'node:async_hooks'
import { client } from '#lib/data/table.ts'
import { type FunctionDefinition, functions } from '#lib/workflow/functions.ts'

const running = new AsyncLocalStorage<FunctionDefinition>()

const ofTransactions: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

/** The permissions that a command takes; a transaction takes those of its parts. */
function actionsOf(commandName: string, input: { TransactItems?: object[] }): string[] {
  if (!input.TransactItems) return [commandName.replace(/Command$/, '')]
  return input.TransactItems.flatMap(item => Object.keys(item)).map(kind => ofTransactions[kind] ?? kind)
}

client.middlewareStack.add(
  (next, context) => args => {
    const allowed: readonly string[] | undefined = running.getStore()?.table
    const wanted = actionsOf(context.commandName ?? '', args.input as { TransactItems?: object[] })
    const denied = running.getStore() && wanted.find(action => !allowed?.includes(action))
    if (denied) throw Object.assign(new Error(denied), { name: 'AccessDeniedException' })
    return next(args)
  },
  { step: 'initialize', name: 'permissions' },
)

/** Runs a function with the permissions on the table that functions.ts gives it, as its role does in the cloud. */
export function withPermissions<T>(functionName: string, run: () => T): T {
  const definition = Object.entries<FunctionDefinition>(functions).find(
    ([name]) => name === functionName,
  )?.[1]
  return definition ? running.run(definition, run) : run()
}
