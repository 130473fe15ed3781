export function isReachable(jumps: number[]): boolean {
  const reachable = new Uint8Array(jumps.length + 1);
  reachable[0] = 1;
  for (let i = 0; i < jumps.length; i++) {
    for (let j = 0; j < jumps.length; j++) {
      if (reachable[i] && j - i <= jumps[i]) reachable[j] = 1;
    }
  }
  const last = reachable[jumps.length] === 1;
  return last;
}
