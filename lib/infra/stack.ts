import { makeAlarms } from './alarms.ts'
import { makeBudget } from './budget.ts'
import { makeCache } from './cache.ts'
import { makeDashboard } from './dashboard.ts'
import { setDefaults } from './defaults.ts'
import { makeFunctions } from './functions.ts'
import { makeKey } from './keys.ts'
import { makeMail } from './mail.ts'
import { makeMedia } from './media.ts'
import { makeMessages } from './messages.ts'
import { makeSandbox } from './sandbox.ts'
import { makeSecrets } from './secrets.ts'
import { makeCdn, makeSite } from './site.ts'
import { stageSettings } from './stages.ts'
import { makeTable } from './table.ts'
import { tagEverything } from './tags.ts'
import { makePurchase } from './workflow.ts'

/** Everything of one stage. Returns what the deployment prints. */
export function makeStack() {
  const settings = stageSettings()
  tagEverything(settings)
  const key = makeKey(settings)
  setDefaults(settings, key)

  const table = makeTable(settings, key)
  const secrets = makeSecrets(settings, key)
  const messages = makeMessages(settings, key)
  const mail = makeMail(settings)
  const cdn = makeCdn(settings)
  const media = makeMedia(cdn.siteUrl, key)
  const surroundings = { settings, table, messages, mail, media, cdn }
  const functions = makeFunctions(surroundings)
  const purchase = makePurchase(functions, key)
  const sandbox = makeSandbox(surroundings, secrets)
  const cache = makeCache(settings, table)
  const processorOrigins = $util
    .all([...settings.processorOrigins, ...(sandbox ? [sandbox.processorUrl] : [])])
    .apply(origins => origins.join(' '))
  const { dead } = makeSite(cdn.router, surroundings, {
    cache,
    key,
    processorOrigins,
    resizeImage: functions['resize-image'],
  })

  const watched = { settings, table, messages, purchase, cdn, functions, revalidationDeadLetters: dead }
  const alarms = makeAlarms(watched)
  makeDashboard(watched, alarms)
  makeBudget(settings, messages.operators)

  return {
    site: cdn.siteUrl,
    table: table.name,
    purchase: purchase.arn,
    secrets: `${$app.stage}/brandfront/`,
  }
}
