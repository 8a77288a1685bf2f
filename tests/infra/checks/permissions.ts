import { type FunctionDefinition, functions } from '#lib/workflow/functions.ts'
import { type Check, grantsOf, statementsOf, text, unless } from '#tests/infra/graph.ts'

/** Actions for which AWS has no narrower resource than all, and why each is needed. */
const widestForms: Record<string, string> = {
  'xray:PutTraceSegments': 'traces belong to no resource',
  'xray:PutTelemetryRecords': 'traces belong to no resource',
  'logs:CreateLogDelivery': 'log delivery of Step Functions is arranged through the account',
  'logs:GetLogDelivery': 'log delivery of Step Functions is arranged through the account',
  'logs:UpdateLogDelivery': 'log delivery of Step Functions is arranged through the account',
  'logs:DeleteLogDelivery': 'log delivery of Step Functions is arranged through the account',
  'logs:ListLogDeliveries': 'log delivery of Step Functions is arranged through the account',
  'logs:PutResourcePolicy': 'log delivery of Step Functions is arranged through the account',
  'logs:DescribeResourcePolicies': 'log delivery of Step Functions is arranged through the account',
  'logs:DescribeLogGroups': 'log delivery of Step Functions is arranged through the account',
}

/** AWS's own policies in use, and why. */
const managedPolicies: Record<string, string> = {
  AWSLambdaVPCAccessExecutionRole: 'network interfaces of a function in a network have no narrower form',
}

/** Actions that OpenNext’s own cache is granted by SST: on its table and bucket alone. */
const allowedScan = /SiteRevalidationTable/

const roles: Check = {
  name: 'roles name their actions and resources; wherever AWS has no narrower form, it is on the list',
  problems: graph =>
    graph.all('iam/role:Role').flatMap(role => {
      const managed = ((role.inputs.managedPolicyArns ?? []) as string[]).map(
        arn => arn.split('/').at(-1) ?? '',
      )
      const grants = grantsOf(role).filter(each => each.effect === 'Allow')
      return [
        ...managed.filter(name => !managedPolicies[name]).map(name => `${role.name} has all of ${name}`),
        ...grants.flatMap(({ actions, resources }) => [
          ...actions.filter(action => action.includes('*')).map(action => `${role.name} may ${action}`),
          ...actions
            .filter(action => resources.includes('*') && !widestForms[action])
            .map(action => `${role.name} may ${action} on everything`),
          ...actions
            .filter(action => action === 'dynamodb:Scan' && !resources.some(each => allowedScan.test(each)))
            .map(() => `${role.name} may scan ${resources}`),
        ]),
        ...unless(
          !text(role.inputs.assumeRolePolicy).includes(':root'),
          `anybody of the account can take on ${role.name}`,
        ),
      ]
    }),
}

const declared: Check = {
  name: 'each function has a role of its own and may do to the table exactly what functions.ts says',
  problems: graph => {
    const table = text(graph.one('dynamodb/table:Table', 'Table')?.inputs.name)
    const roleNames = graph.all('lambda/function:Function').map(({ inputs }) => text(inputs.role))
    return [
      ...unless(new Set(roleNames).size === roleNames.length, 'two functions share a role'),
      ...Object.entries<FunctionDefinition>(functions).flatMap(([name, definition]) => {
        const roleName = `Function${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Role`
        const role = graph.one('iam/role:Role', roleName)
        if (!role) return [`${name} has no role`]
        const may = grantsOf(role)
          .filter(({ resources }) => resources.some(each => each.endsWith(`table/${table}`)))
          .flatMap(({ actions }) => actions)
        const said = (definition.table ?? []).map(action => `dynamodb:${action}`)
        return unless(
          may.toSorted().join() === [...said].toSorted().join(),
          `${name} may ${may.join(', ') || 'nothing'}, but functions.ts says ${said.join(', ')}`,
        )
      }),
    ]
  },
}

const open: Check = {
  name: 'nothing is open to everybody but the sandbox’s addresses',
  problems: graph => [
    ...graph
      .all('lambda/permission:Permission')
      .filter(({ name, inputs }) => inputs.principal === '*' && !name.startsWith('Sandbox'))
      .map(({ name }) => `${name} lets anybody in`),
    ...graph
      .all('lambda/functionUrl:FunctionUrl')
      .filter(({ name, inputs }) => inputs.authorizationType !== 'AWS_IAM' && !name.startsWith('Sandbox'))
      .map(({ name }) => `${name} answers anybody`),
    ...[...graph.all('sqs/queuePolicy:QueuePolicy'), ...graph.all('sns/topicPolicy:TopicPolicy')].flatMap(
      ({ name, inputs }) =>
        statementsOf(inputs.policy)
          .filter(({ effect, principals }) => effect === 'Allow' && principals.includes('*'))
          .map(() => `${name} lets anybody send`),
    ),
  ],
}

export const permissionChecks = [roles, declared, open]
