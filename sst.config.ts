/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app: () => ({ name: 'brandfront', home: 'aws' }),
  run: async () => {},
})
