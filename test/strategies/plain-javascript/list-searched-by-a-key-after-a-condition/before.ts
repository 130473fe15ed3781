interface Member {
  readonly id: number;
  readonly kind: 'guest' | 'staff';
  readonly isGone: boolean;
  readonly boss?: { readonly id: number };
}

export function present(ids: readonly number[], members: readonly Member[], asker?: Member): number {
  let count = 0;
  for (const id of ids) {
    if (members.some((m) => !m.isGone && m.kind === 'staff' && m.id === id)) count++;
    // The conditions before the key say that there is one, and something to compare it with.
    if (members.some((m) => asker !== undefined && m.id === asker.id)) count += 10;
    if (members.some((m) => m.boss !== undefined && m.boss.id === id)) count += 100;
  }
  return count;
}
