export function addAll(into: Map<string, number>, first: string, second: string): Map<string, number> {
  const items = [
    first,
    second,
    first + second,
  ]
  const count = items.length
  for (let i = 0; i < count; i++) {
    const name = items[i]!
    into.set(name, (into.get(name) ?? 0) + 1)
  }
  return into
}
