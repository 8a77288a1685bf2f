import { type ReactNode, useSyncExternalStore } from 'react'

const never = () => () => {}

/** The fields of an editor: closed until the page listens, since what is typed before would be put back. */
export function ListeningFields({ children }: { children: ReactNode }) {
  const isListening = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <fieldset className="contents" disabled={!isListening}>
      {children}
    </fieldset>
  )
}
