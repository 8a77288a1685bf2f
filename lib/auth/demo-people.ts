import type { demoRoles } from '#lib/domain/sign-in.ts'

/** Who the demo lets you be. */
export const demoPeople = {
  shopper: { email: 'ada@example.com', name: 'Ada Lindqvist', role: 'shopper' },
  viewer: { email: 'vera@example.com', name: 'Vera Holm', role: 'viewer' },
  marketer: { email: 'mika@example.com', name: 'Mika Osei', role: 'marketer' },
  admin: { email: 'ines@example.com', name: 'Ines Duarte', role: 'admin' },
} as const satisfies Record<(typeof demoRoles)[number], { email: string; name: string; role: string }>
