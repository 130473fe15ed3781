export function addAll(into: Map<string, number>, first: string, second: string): Map<string, number> {
  ;[
    first,
    second,
    first + second,
  ].forEach((name) => into.set(name, (into.get(name) ?? 0) + 1))
  return into
}
