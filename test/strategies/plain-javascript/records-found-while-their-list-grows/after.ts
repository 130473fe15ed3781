interface CartLine {
  readonly productId: number;
  quantity: number;
}

export function merge(lines: readonly CartLine[]): CartLine[] {
  const merged: CartLine[] = [];
  const mergedByProductId = new Map<number, CartLine>();
  for (const line of lines) {
    const existing = mergedByProductId.get(line.productId);
    if (existing) {
      existing.quantity += line.quantity;
    } else {
      const added = { ...line };
      merged.push(added);
      if (!Number.isNaN(line.productId)) mergedByProductId.set(line.productId, added); // NaN equals nothing
    }
  }
  return merged.sort((a, b) => b.quantity - a.quantity);
}
