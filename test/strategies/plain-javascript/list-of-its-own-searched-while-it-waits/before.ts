export async function sendAll(names: string[], blocked: string, send: (name: string) => Promise<void>): Promise<number> {
  const skip = blocked.split(',');
  let sent = 0;
  for (const name of names) {
    if (skip.includes(name)) continue;
    await send(name);
    sent++;
  }
  return sent;
}
