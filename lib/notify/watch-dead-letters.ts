import { config } from '#lib/config.ts'
import { claimKey } from '#lib/data/keys.ts'
import { log } from '#lib/log.ts'
import { deadLettersOf } from '#lib/notify/dead-letters.ts'
import { raiseAlarm } from '#lib/notify/raise-alarm.ts'

/** While letters lie there, the alarm is raised again after so long. */
const repeatMinutes = 10

async function watch(queueUrl: string): Promise<boolean> {
  const { name, count } = await deadLettersOf(queueUrl)
  if (count === 0) return false
  const about = `${name}/${Math.floor(Date.now() / (repeatMinutes * 60_000))}`
  if (!(await claimKey('alarm', about, 2 * repeatMinutes * 60))) return false
  await raiseAlarm({ subject: 'dead_letters', about, queue: name, count })
  return true
}

/**
 * The Lambda handler of a schedule: raises an alarm where messages lie in a dead-letter queue. One queue's trouble does
 * not hide another's.
 */
export async function handler(): Promise<{ alarms: number }> {
  let alarms = 0
  for (const queueUrl of config.QUEUE_URLS) {
    try {
      if (await watch(queueUrl)) alarms += 1
    } catch (error) {
      log.error('dead letters not counted', error, { queue: queueUrl.split('/').at(-1) })
    }
  }
  return { alarms }
}
