export function known(asked: (string | undefined)[], names: (string | undefined)[]): number[] {
  const namesSet = new Set<string | undefined>();
  names.forEach((name) => {
    namesSet.add(name);
  });
  const namePlaces = new Map<string | undefined, number>();
  for (const [index, name] of names.entries()) {
    if (!namePlaces.has(name)) namePlaces.set(name, index);
  }
  return asked.map((one) => (namesSet.has(one) ? (namePlaces.get(one) ?? -1) : -1));
}
