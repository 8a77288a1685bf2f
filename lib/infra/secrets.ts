import { secretNames } from '#lib/secret-names.ts'
import type { Key } from './keys.ts'
import { arnOf, pascal } from './names.ts'
import type { StageSettings } from './stages.ts'

/** Before each secret's name: stages can share an account. */
export const secretPrefix = () => `${$app.stage}/`

/** Secrets that are this site's own affair: made by chance, once. The others are put in by whoever was given them. */
const ownNames: readonly string[] = [secretNames.auth, secretNames.cookies, secretNames.revalidate]

/** Secrets Manager's ARNs end in six characters of its own. */
export function secretArn(name: string) {
  return arnOf('secretsmanager', `secret:${secretPrefix()}${name}-??????`)
}

export const retailerSecretName = (retailerId: string) => `brandfront/retailer/${retailerId}`

/** Every secret by its fixed name. A value never stands in a setting or in the environment of a function. */
export function makeSecrets(
  { isProduction, retailers }: StageSettings,
  key: Key,
): aws.secretsmanager.Secret[] {
  const names = [...Object.values(secretNames), ...retailers.map(retailerSecretName)]
  return names.map(name => {
    const resourceName = `Secret${pascal(name.replace('brandfront/', '').replaceAll('/', '-'))}`
    const secret = new aws.secretsmanager.Secret(resourceName, {
      name: secretPrefix() + name,
      kmsKeyId: key?.arn,
      recoveryWindowInDays: isProduction ? 30 : 0,
    })
    if (!ownNames.includes(name)) return secret
    const { randomPassword } = aws.secretsmanager.getRandomPasswordOutput({
      passwordLength: 48,
      excludePunctuation: true,
    })
    new aws.secretsmanager.SecretVersion(
      `${resourceName}Value`,
      { secretId: secret.id, secretString: $util.secret(randomPassword) },
      { ignoreChanges: ['secretString'] },
    )
    return secret
  })
}
