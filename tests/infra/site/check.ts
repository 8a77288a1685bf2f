import { startChild } from '#lib/local/child.ts'
import { choosePorts } from '#lib/local/ports.ts'
import { untilAnswers } from '#lib/local/sandboxes.ts'
import { startStandIns } from '#lib/local/stand-ins/start.ts'
import { temporaryFolder } from '#tests/fixtures/stand-ins.ts'
import { cacheEnvironment } from './cache.ts'

type Report = { name: string; problems: string[] }

/** Drives the built server as CloudFront would, with stand-ins for everything behind it. */
export async function driveSite(): Promise<Report[]> {
  const { folder, remove } = temporaryFolder()
  const { ports } = await choosePorts(Number(process.env.PORT || 3000))
  const standIns = await startStandIns({ ports, folder })
  const stops = [standIns.stop]
  try {
    Object.assign(process.env, standIns.env)
    const { makeResources } = await import('#lib/local/resources.ts')
    await makeResources()
    const retailer = startChild('greenline', [process.execPath, 'lib/local/sandbox/server.ts', 'greenline'], {
      env: {
        ...standIns.env,
        PORT: String(ports.greenline),
        PUBLIC_URL: `http://localhost:${ports.greenline}`,
      },
    })
    stops.push(retailer.stop)
    await untilAnswers(`http://127.0.0.1:${ports.greenline}/health`, retailer, 30)
    const reports: Report[] = []
    const others: string[] = []
    const child = startChild('site', [process.execPath, 'tests/infra/site/drive.ts'], {
      env: {
        ...standIns.env,
        ...cacheEnvironment,
        RETAILER_URL: `http://localhost:${ports.greenline}`,
        NODE_ENV: 'production',
        BRANDFRONT_LOCAL: '0',
        SITE_URL: 'https://shop.marram.example',
        AUTH_URL: 'https://shop.marram.example',
      },
      onLine: line => {
        if (line.startsWith('{"name"')) reports.push(JSON.parse(line) as Report)
        else others.push(line)
      },
    })
    const code = await child.ended
    if (code === 0 && reports.every(each => each.problems.length === 0)) return reports
    return [
      ...reports,
      { name: 'the built server runs', problems: [`it ended with ${code} and said:`, ...others.slice(-15)] },
    ]
  } finally {
    for (const stop of stops.toReversed()) await stop()
    remove()
  }
}
