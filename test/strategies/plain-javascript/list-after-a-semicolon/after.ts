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
  const more = second + first
  const items2 = [more, second]
  const count2 = items2.length
  for (let i = 0; i < count2; i++) {
    const name = items2[i]!
    into.set(name, (into.get(name) ?? 0) + 1)
  }
  for (let i = 0; i < into.size; i += 2)
  ;const items3 = [first]
  const count3 = items3.length
  for (let i = 0; i < count3; i++) {
    const name = items3[i]!
    into.set(name, (into.get(name) ?? 0) + 2)
  }
  return into
}
