// What stands under '__proto__' in the copy is lost, or made the prototype, when it is copied again.
export function merged(start: Record<string, number>, days: Record<string, number>[]): Record<string, number> {
  let all: Record<string, number> = { ...start };
  for (const day of days) {
    all = Object.assign({}, all, day);
  }
  return all;
}
