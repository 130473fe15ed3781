export function convolve(image: number[][], kernel: number[][]): number[][] {
  const height = image.length;
  const width = image[0]!.length;
  const size = kernel.length;
  const result: number[][] = [];
  const imageCells = flatCells(image, height, width);
  const kernelCells = flatCells(kernel, size, size);
  if (imageCells === undefined || kernelCells === undefined) return convolveOfRows(image, kernel);
  for (let y = 0; y <= height - size; y++) {
    const row: number[] = [];
    for (let x = 0; x <= width - size; x++) {
      let sum = 0;
      for (let ky = 0; ky < size; ky++) {
        const rowStart = (y + ky) * width;
        const kernelRow = ky * size;
        for (let kx = 0; kx < size; kx++) sum += imageCells[rowStart + x + kx]! * kernelCells[kernelRow + kx]!;
      }
      row.push(sum);
    }
    result.push(row);
  }
  return result;
}

/** The same for rows of different lengths, or with cells that are no numbers. */
function convolveOfRows(image: number[][], kernel: number[][]): number[][] {
  const height = image.length;
  const width = image[0]!.length;
  const size = kernel.length;
  const result: number[][] = [];
  for (let y = 0; y <= height - size; y++) {
    const row: number[] = [];
    for (let x = 0; x <= width - size; x++) {
      let sum = 0;
      for (let ky = 0; ky < size; ky++) {
        for (let kx = 0; kx < size; kx++) sum += image[y + ky]![x + kx]! * kernel[ky]![kx]!;
      }
      row.push(sum);
    }
    result.push(row);
  }
  return result;
}

/** The cells of a table, row after row; undefined where a row has not `width` numbers. */
function flatCells(rows: readonly (readonly number[])[], height: number, width: number): Float64Array | undefined {
  for (let i = 0; i < height; i++) {
    if (rows[i]?.length !== width) return undefined;
  }
  const cells = new Float64Array(height * width);
  for (let i = 0; i < height; i++) {
    const row = rows[i]!;
    for (let j = 0; j < width; j++) {
      const cell = row[j];
      if (typeof cell !== 'number') return undefined;
      cells[i * width + j] = cell;
    }
  }
  return cells;
}
