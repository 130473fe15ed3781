export async function sendAll(names: string[], blocked: string, send: (name: string) => Promise<void>): Promise<number> {
  const skip = blocked.split(',');
  let sent = 0;
  const skipSet = new Set(skip);
  for (const name of names) {
    if (skipSet.has(name)) continue;
    await send(name);
    sent++;
  }
  return sent;
}
