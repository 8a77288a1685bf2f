import { named } from './names.ts'
import type { StageSettings } from './stages.ts'

/** The domain that mail comes from. SES shows the DNS records that prove it is ours; see the deployment's page. */
export function makeMail({ mailDomain }: StageSettings) {
  const set = new aws.sesv2.ConfigurationSet('MailConfiguration', {
    configurationSetName: named('mail'),
    deliveryOptions: { tlsPolicy: 'REQUIRE' },
    reputationOptions: { reputationMetricsEnabled: true },
    suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  })
  const identity = new aws.sesv2.EmailIdentity('MailIdentity', {
    emailIdentity: mailDomain,
    configurationSetName: set.configurationSetName,
  })
  return { identity, set, from: `Marram <hello@${mailDomain}>` }
}

export type MailIdentity = ReturnType<typeof makeMail>

/** Sending from the identity, and no other, through its configuration. */
export function sendGrant({ identity, set }: MailIdentity): sst.aws.FunctionPermissionArgs[] {
  return [{ actions: ['ses:SendEmail', 'ses:SendRawEmail'], resources: [identity.arn, set.arn] }]
}
