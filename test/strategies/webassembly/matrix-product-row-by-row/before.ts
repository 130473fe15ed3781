export function matrixProduct(a: number[][], b: number[][]): number[][] {
  const product: number[][] = [];
  for (let i = 0; i < a.length; i++) {
    product[i] = [];
    for (let j = 0; j < b[0]!.length; j++) {
      product[i]![j] = 0;
      for (let k = 0; k < b.length; k++) product[i]![j]! += a[i]![k]! * b[k]![j]!;
    }
  }
  return product;
}
