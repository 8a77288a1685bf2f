import { Button } from '#components/ui/button.tsx'

const people = [
  { person: 'shopper', from: '/account', name: 'Ada, a shopper', sees: 'her orders and saved address' },
  { person: 'viewer', from: '/studio/insight', name: 'Vera, a viewer', sees: 'what the shop earns' },
  {
    person: 'marketer',
    from: '/studio',
    name: 'Mika, a marketer',
    sees: 'the studio, where listings are edited',
  },
  { person: 'admin', from: '/studio/people', name: 'Ines, an admin', sees: 'who may do what' },
] as const

/** The demo's one-click sign-ins. */
export function DemoSignIn({ signIn }: { signIn: (form: FormData) => Promise<void> }) {
  return (
    <section
      aria-labelledby="demo-heading"
      className="grid content-start gap-5 border border-line bg-surface p-6"
    >
      <div className="grid gap-1">
        <h2 className="text-heading" id="demo-heading">
          On this machine only
        </h2>
        <p className="text-muted text-note">
          People to try things out with. A deployed shop does not have these.
        </p>
      </div>
      {people.map(({ person, from, name, sees }) => (
        <form action={signIn} className="grid gap-1.5" key={person}>
          <input name="person" type="hidden" value={person} />
          <input name="from" type="hidden" value={from} />
          <Button type="submit" variant="outline" wide>
            Sign in as {name}
          </Button>
          <p className="text-muted text-note">Sees {sees}.</p>
        </form>
      ))}
    </section>
  )
}
