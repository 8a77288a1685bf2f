import manifest from '#package.json'

export const dynamic = 'force-dynamic'

/** For load balancers and the launcher: the process answers. Says nothing of what it depends on. */
export function GET() {
  return Response.json(
    { status: 'ok', version: manifest.version, uptime: Math.round(process.uptime()) },
    { headers: { 'cache-control': 'no-store' } },
  )
}
