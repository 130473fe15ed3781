export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

export function multiplyInto(a: Matrix, b: Matrix, out: Matrix): void {
  const { rows, cols: inner } = a;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < b.cols; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += a.data[i * inner + k]! * b.data[k * b.cols + j]!;
      out.data[i * out.cols + j] = sum;
    }
  }
}
