import { type ClassValue, clsx } from 'clsx'

/** Joins class names, leaving out what is false. Later names do not undo earlier ones: pick variants instead. */
export function classNames(...values: ClassValue[]): string {
  return clsx(values)
}
