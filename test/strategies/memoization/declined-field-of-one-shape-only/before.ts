type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };

export function cells(shape: Shape): number {
  let count = 0;
  const size = shape.kind === 'circle' ? shape.radius : shape.side;
  for (let i = 0; i < size; i++) count += i;
  return count;
}
