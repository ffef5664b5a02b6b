import { Component, type ErrorInfo, type ReactNode } from 'react'

interface State {
  readonly error: Error | null
  readonly where: string
}

/** Shows what went wrong when a part of the page fails, with a way to go on: the boards are kept by the application, not by the page. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null, where: '' }

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error }
  }

  override componentDidCatch(_: Error, info: ErrorInfo): void {
    this.setState({ where: info.componentStack ?? '' })
  }

  override render(): ReactNode {
    const { error, where } = this.state
    if (!error) return this.props.children
    return (
      <main className="empty-state" role="alert">
        <h1>Something went wrong in the window</h1>
        <p>Your boards are safe: they are kept by the application, not by this window.</p>
        <button type="button" className="button" data-kind="primary" onClick={() => location.reload()}>
          Load the window again
        </button>
        <pre className="mono muted crash-details scroll">{`${error.message}\n${error.stack ?? ''}\n${where}`}</pre>
      </main>
    )
  }
}
