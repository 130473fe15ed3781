interface Stop {
  readonly name: string;
  readonly minutes: number;
}

// The longest text that is not longer than so many minutes, in any order.
export const busiest = (minutes: number, stops: ReadonlyMap<string, Stop>, seen = ''): number => {
  // Results of solve by its arguments, which hold for this call of busiest only.
  const solveCache = new Map<number, Map<string, number>>()

  function rememberSolve(minutes: number, seen: string, result: number): number {
    let byMinutes = solveCache.get(minutes)
    if (byMinutes === undefined) {
      byMinutes = new Map()
      solveCache.set(minutes, byMinutes)
    }
    byMinutes.set(seen, result)
    return result
  }

  const solve = (minutes: number, seen: string): number => {
    const cached = solveCache.get(minutes)?.get(seen)
    if (cached !== undefined) return cached
    let best = 0
    for (const [name, stop] of stops) {
      if (seen.includes(name) || stop.minutes > minutes) continue
      best = Math.max(best, 1 + solve(minutes - stop.minutes, seen + name))
    }
    return rememberSolve(minutes, seen, best)
  }
  return solve(minutes, seen)
}
