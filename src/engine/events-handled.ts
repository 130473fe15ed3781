// Long stretches of work on the engine's one thread are cut with this, so that processes are not kept waiting for their messages.

/** Settles once the messages that have come and those that are to go were seen to. */
export function eventsHandled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
