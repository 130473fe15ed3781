/** The same object, with another item by the second time. */
export function twice(items: readonly string[], depth: number): number {
  const state = { items: [...items] };
  const count = (one: { items: string[] }, left: number): number => {
    if (left === 0) return one.items.join('').length;
    return count(one, left - 1) + count(one, left - 1);
  };
  const before = count(state, depth);
  state.items.push('one more');
  return before + count(state, depth);
}
