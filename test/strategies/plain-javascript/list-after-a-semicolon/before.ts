export function addAll(into: Map<string, number>, first: string, second: string): Map<string, number> {
  ;[
    first,
    second,
    first + second,
  ].forEach((name) => into.set(name, (into.get(name) ?? 0) + 1))
  const more = second + first
  ;[more, second].forEach((name) => into.set(name, (into.get(name) ?? 0) + 1))
  for (let i = 0; i < into.size; i += 2)
  ;[first].forEach((name) => into.set(name, (into.get(name) ?? 0) + 2))
  return into
}
