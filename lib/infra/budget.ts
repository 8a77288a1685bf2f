import { named } from './names.ts'
import type { StageSettings } from './stages.ts'

/** Tells the operators when the month's bill is on its way past what was planned. */
export function makeBudget({ monthlyBudget }: StageSettings, operators: aws.sns.Topic): void {
  const notify = (notificationType: string, threshold: number) => ({
    comparisonOperator: 'GREATER_THAN',
    notificationType,
    threshold,
    thresholdType: 'PERCENTAGE',
    subscriberSnsTopicArns: [operators.arn],
  })
  new aws.budgets.Budget('AlarmBudget', {
    name: named('month'),
    budgetType: 'COST',
    timeUnit: 'MONTHLY',
    limitAmount: String(monthlyBudget),
    limitUnit: 'USD',
    // Counts what carries our tags: they have to be activated for cost allocation once.
    costFilters: [{ name: 'TagKeyValue', values: [`user:stage$${$app.stage}`] }],
    notifications: [notify('ACTUAL', 80), notify('FORECASTED', 100)],
  })
}
