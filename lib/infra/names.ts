/** A resource's name in AWS: `brandfront-staging-orders`. */
export function named(name: string): string {
  return `${$app.name}-${$app.stage}-${name}`
}

/** `initialize-order` → `InitializeOrder`, for a resource's name in the program. */
export function pascal(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** An ARN of this account and region, for what is named before it is made. */
export function arnOf(service: string, rest: string): $util.Output<string> {
  const { region } = aws.getRegionOutput()
  const { accountId } = aws.getCallerIdentityOutput()
  return $interpolate`arn:aws:${service}:${region}:${accountId}:${rest}`
}
