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
    // Whom there is nobody to compare with: not asked in a Map.
    if (members.some((m) => asker !== undefined && m.id === asker.id)) count += 10;
  }
  return count;
}
