import type { ReactNode } from 'react'

/** Makes Enter in any field submit the form that it is in: without it, browsers do so only where there is a single field. */
export const EnterSubmits = (): ReactNode => <input type="submit" hidden />
