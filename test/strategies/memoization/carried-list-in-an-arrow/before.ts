interface Stop {
  readonly name: string;
  readonly minutes: number;
}

// The longest text that is not longer than so many minutes, in any order.
export const busiest = (minutes: number, stops: ReadonlyMap<string, Stop>, seen = ''): number => {
  let best = 0
  for (const [name, stop] of stops) {
    if (seen.includes(name) || stop.minutes > minutes) continue
    best = Math.max(best, 1 + busiest(minutes - stop.minutes, stops, seen + name))
  }
  return best
}
