export function isReachable(jumps: number[]): boolean {
  const reachable: boolean[] = new Array(jumps.length + 1).fill(false);
  reachable[0] = true;
  for (let i = 0; i < jumps.length; i++) {
    for (let j = 0; j < jumps.length; j++) {
      if (reachable[i] && j - i <= jumps[i]) reachable[j] = true;
    }
  }
  const last = reachable[jumps.length];
  return last;
}
