interface CartLine {
  readonly productId: number;
  quantity: number;
}

export function merge(lines: readonly CartLine[]): CartLine[] {
  const merged: CartLine[] = [];
  for (const line of lines) {
    const existing = merged.find((one) => one.productId === line.productId);
    if (existing) {
      existing.quantity += line.quantity;
    } else {
      merged.push({ ...line });
    }
  }
  return merged.sort((a, b) => b.quantity - a.quantity);
}
