// Names in the kernel and its file, which have no user's code around them.

/** The wanted name, or the wanted name with a number; it is taken from then on. */
export function unused(wish: string, taken: Set<string>): string {
  let name = wish;
  for (let number = 2; taken.has(name); number += 1) name = `${wish}${number}`;
  taken.add(name);
  return name;
}
