/** What differs between deployments. Edit the rows for a brand of your own; a stage of any other name is a `dev`. */
export type StageSettings = {
  isProduction: boolean
  /** The shop's address; without one CloudFront's own is used. Its zone must be in Route 53. */
  domain?: string
  /** The domain that mail comes from, an SES identity of this account. */
  mailDomain: string
  /** Who is told when something is wrong. */
  operatorEmail: string
  costCentre: string
  /** US dollars a month, above which the operator hears of it. */
  monthlyBudget: number
  tableCapacity: 'on-demand' | 'provisioned'
  /** A cache in front of the table for searches. Takes a network and three nodes. */
  dax: boolean
  /** Server instances kept ready. */
  warmInstances: number
  logRetentionDays: 7 | 30 | 365
  /** The sandbox retailers and processor, for want of real ones. */
  hasSandbox: boolean
  /** The retailers sold through, for their secrets and alarms; the registry's rows are in the table. */
  retailers: readonly string[]
  /** Payment processors that browsers send card details to. The sandbox's own is added by itself. */
  processorOrigins: readonly string[]
  /** The most calls to retailers of each kind that run at once; the account's own limit where none is given. */
  retailerConcurrency?: number
}

const sandboxRetailers = ['harbor-market', 'greenline', 'parcel-and-pantry', 'thistle', 'bayleaf'] as const

const dev: StageSettings = {
  isProduction: false,
  mailDomain: 'dev.marram.example',
  operatorEmail: 'operators@marram.example',
  costCentre: 'digital-commerce',
  monthlyBudget: 50,
  tableCapacity: 'on-demand',
  dax: false,
  warmInstances: 0,
  logRetentionDays: 7,
  hasSandbox: true,
  retailers: sandboxRetailers,
  processorOrigins: [],
}

const stages: Record<string, StageSettings> = {
  dev,
  staging: {
    ...dev,
    mailDomain: 'staging.marram.example',
    monthlyBudget: 150,
    warmInstances: 1,
    logRetentionDays: 30,
  },
  production: {
    ...dev,
    isProduction: true,
    domain: 'shop.marram.example',
    mailDomain: 'marram.example',
    monthlyBudget: 1500,
    warmInstances: 3,
    logRetentionDays: 365,
    hasSandbox: false,
    retailers: ['harbor-market', 'greenline', 'parcel-and-pantry'],
    processorOrigins: ['https://pay.processor.example'],
    retailerConcurrency: 40,
  },
}

/** The settings of the stage that is being deployed. */
export function stageSettings(): StageSettings {
  return stages[$app.stage] ?? dev
}
