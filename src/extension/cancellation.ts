// VS Code's cancellation token as an AbortSignal, translated here and nowhere else.
import type { CancellationToken, Disposable } from 'vscode';

export function abortOnCancel(token: CancellationToken, controller: AbortController): Disposable {
  const stop = () => controller.abort(new Cancelled());
  if (token.isCancellationRequested) stop();
  return token.onCancellationRequested(stop);
}

/** The user asked to stop: not a failure, nothing to show. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor() {
    super('The benchmark was stopped.');
  }
}

export function isCancellation(error: unknown): boolean {
  return error instanceof Cancelled || (error instanceof Error && error.name === 'AbortError');
}
