/// <reference path="./.sst/platform/config.d.ts" />

// No imports up here: SST evaluates this file before it has its providers.
export default $config({
  app: ({ stage }) => ({
    name: 'brandfront',
    home: 'aws',
    version: '4.17.1',
    // CloudFront's metrics and its firewall are in this region; with all else here too, alarms need no second one.
    providers: { aws: { region: 'us-east-1', version: '7.20.0' } },
    protect: stage === 'production',
    removal: stage === 'production' ? 'retain' : 'remove',
  }),
  run: async () => {
    const { makeStack } = await import('./lib/infra/stack.ts')
    return makeStack()
  },
})
