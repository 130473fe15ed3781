// Names in the kernel's file, which has no user's code around it.

/** The wanted name, or the wanted name with a number; it is taken from then on. */
export function unused(wish: string, taken: Set<string>): string {
  let name = wish;
  for (let number = 2; taken.has(name); number += 1) name = `${wish}${number}`;
  taken.add(name);
  return name;
}
