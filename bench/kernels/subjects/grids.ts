// Matrices, pictures and points, as they are usually written, each with what a careful author would write by hand (`...ByHand`).

export function matrixProduct(a: number[][], b: number[][]): number[][] {
  const product: number[][] = [];
  for (let i = 0; i < a.length; i++) {
    product[i] = [];
    for (let j = 0; j < b[0]!.length; j++) {
      let sum = 0;
      for (let k = 0; k < b.length; k++) sum += a[i]![k]! * b[k]![j]!;
      product[i]![j] = sum;
    }
  }
  return product;
}

export function matrixProductByHand(a: number[][], b: number[][]): number[][] {
  const [count, width] = [b.length, a.length === 0 ? 0 : b[0]!.length];
  return a.map((left) => {
    const row = new Float64Array(width);
    for (let k = 0; k < count; k++) {
      const factor = left[k]!;
      const right = b[k]!;
      for (let j = 0; j < width; j++) row[j] = row[j]! + factor * right[j]!;
    }
    const copy = new Array<number>(width);
    for (let j = 0; j < width; j++) copy[j] = row[j]!;
    return copy;
  });
}

export function floydWarshall(distances: Float64Array, n: number): Float64Array {
  const shortest = new Float64Array(n * n);
  for (let i = 0; i < n * n; i++) shortest[i] = distances[i]!;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const through = shortest[i * n + k]! + shortest[k * n + j]!;
        if (through < shortest[i * n + j]!) shortest[i * n + j] = through;
      }
    }
  }
  return shortest;
}

export function floydWarshallByHand(distances: Float64Array, n: number): Float64Array {
  const shortest = distances.slice(0, n * n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      const first = shortest[i * n + k]!;
      for (let j = 0, at = i * n, from = k * n; j < n; j++, at++, from++) {
        const through = first + shortest[from]!;
        if (through < shortest[at]!) shortest[at] = through;
      }
    }
  }
  return shortest;
}

export function mandelbrot(size: number, limit: number): number {
  let total = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const cr = (2 * x) / size - 1.5;
      const ci = (2 * y) / size - 1;
      let [zr, zi] = [0, 0];
      let steps = 0;
      while (zr * zr + zi * zi <= 4 && steps < limit) {
        const next = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = next;
        steps++;
      }
      total += steps;
    }
  }
  return total;
}

export function mandelbrotByHand(size: number, limit: number): number {
  let total = 0;
  for (let y = 0; y < size; y++) {
    const ci = (2 * y) / size - 1;
    for (let x = 0; x < size; x++) {
      const cr = (2 * x) / size - 1.5;
      let zr = 0;
      let zi = 0;
      let rr = 0;
      let ii = 0;
      let steps = 0;
      while (rr + ii <= 4 && steps < limit) {
        zi = 2 * zr * zi + ci;
        zr = rr - ii + cr;
        rr = zr * zr;
        ii = zi * zi;
        steps++;
      }
      total += steps;
    }
  }
  return total;
}

export function life(cells: Uint8Array, width: number, height: number, rounds: number): number {
  let now = new Uint8Array(width * height);
  let next = new Uint8Array(width * height);
  for (let i = 0; i < width * height; i++) now[i] = cells[i]!;
  for (let round = 0; round < rounds; round++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let alive = 0;
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            if (dx === 0 && dy === 0) continue;
            alive += now[((y + dy + height) % height) * width + ((x + dx + width) % width)]!;
          }
        }
        next[y * width + x] = alive === 3 || (alive === 2 && now[y * width + x] === 1) ? 1 : 0;
      }
    }
    [now, next] = [next, now];
  }
  let count = 0;
  for (let i = 0; i < width * height; i++) count += now[i]!;
  return count;
}

export function lifeByHand(cells: Uint8Array, width: number, height: number, rounds: number): number {
  let now = cells.slice(0, width * height);
  let next = new Uint8Array(width * height);
  for (let round = 0; round < rounds; round++) {
    for (let y = 0; y < height; y++) {
      const above = (y === 0 ? height - 1 : y - 1) * width;
      const here = y * width;
      const below = (y === height - 1 ? 0 : y + 1) * width;
      for (let x = 0; x < width; x++) {
        const left = x === 0 ? width - 1 : x - 1;
        const right = x === width - 1 ? 0 : x + 1;
        const alive =
          now[above + left]! +
          now[above + x]! +
          now[above + right]! +
          now[here + left]! +
          now[here + right]! +
          now[below + left]! +
          now[below + x]! +
          now[below + right]!;
        next[here + x] = alive === 3 || (alive === 2 && now[here + x] === 1) ? 1 : 0;
      }
    }
    [now, next] = [next, now];
  }
  let count = 0;
  for (let i = 0; i < width * height; i++) count += now[i]!;
  return count;
}

export function blur(pixels: number[], width: number, height: number): number[] {
  const blurred = new Array<number>(width * height).fill(0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [px, py] = [x + dx, y + dy];
          if (px < 0 || py < 0 || px >= width || py >= height) continue;
          sum += pixels[py * width + px]!;
          count++;
        }
      }
      blurred[y * width + x] = sum / count;
    }
  }
  return blurred;
}

export function blurByHand(pixels: number[], width: number, height: number): number[] {
  const blurred = new Array<number>(width * height).fill(0.5);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - 1), Math.min(height - 1, y + 1)];
    for (let x = 0; x < width; x++) {
      const left = x === 0 ? 0 : x - 1;
      const right = x === width - 1 ? x : x + 1;
      let sum = 0;
      for (let py = top; py <= bottom; py++) {
        for (let at = py * width + left; at <= py * width + right; at++) sum += pixels[at]!;
      }
      blurred[y * width + x] = sum / ((bottom - top + 1) * (right - left + 1));
    }
  }
  return blurred;
}

export function convolution(signal: number[], kernel: number[]): number[] {
  const result = new Array<number>(signal.length + kernel.length - 1).fill(0);
  for (let i = 0; i < signal.length; i++) {
    for (let j = 0; j < kernel.length; j++) result[i + j] = result[i + j]! + signal[i]! * kernel[j]!;
  }
  return result;
}

export function convolutionByHand(signal: number[], kernel: number[]): number[] {
  const sums = new Float64Array(signal.length + kernel.length - 1);
  for (let i = 0; i < signal.length; i++) {
    const value = signal[i]!;
    for (let j = 0; j < kernel.length; j++) sums[i + j] = sums[i + j]! + value * kernel[j]!;
  }
  const result = new Array<number>(sums.length);
  for (let i = 0; i < sums.length; i++) result[i] = sums[i]!;
  return result;
}

export function closestPair(xs: number[], ys: number[]): number {
  let best = Infinity;
  for (let i = 0; i < xs.length; i++) {
    for (let j = i + 1; j < xs.length; j++) {
      const distance = Math.sqrt((xs[i]! - xs[j]!) ** 2 + (ys[i]! - ys[j]!) ** 2);
      if (distance < best) best = distance;
    }
  }
  return best;
}

export function closestPairByHand(xs: number[], ys: number[]): number {
  let best = Infinity;
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [xs[i]!, ys[i]!];
    for (let j = i + 1; j < xs.length; j++) {
      const dx = x - xs[j]!;
      const dy = y - ys[j]!;
      const square = dx * dx + dy * dy;
      if (square < best) best = square;
    }
  }
  return Math.sqrt(best);
}

export function nBody(state: Float64Array, count: number, steps: number): number {
  const s = new Float64Array(count * 7);
  for (let i = 0; i < count * 7; i++) s[i] = state[i]!;
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const dx = s[i * 7]! - s[j * 7]!;
        const dy = s[i * 7 + 1]! - s[j * 7 + 1]!;
        const dz = s[i * 7 + 2]! - s[j * 7 + 2]!;
        const square = dx * dx + dy * dy + dz * dz + 0.01;
        const pull = 0.01 / (square * Math.sqrt(square));
        for (let axis = 0; axis < 3; axis++) {
          const d = axis === 0 ? dx : axis === 1 ? dy : dz;
          s[i * 7 + 3 + axis] = s[i * 7 + 3 + axis]! - d * s[j * 7 + 6]! * pull;
          s[j * 7 + 3 + axis] = s[j * 7 + 3 + axis]! + d * s[i * 7 + 6]! * pull;
        }
      }
    }
    for (let i = 0; i < count; i++) {
      for (let axis = 0; axis < 3; axis++) s[i * 7 + axis] = s[i * 7 + axis]! + 0.01 * s[i * 7 + 3 + axis]!;
    }
  }
  return s[0]!;
}

export function nBodyByHand(state: Float64Array, count: number, steps: number): number {
  const s = new Float64Array(count * 7).fill(Number.NaN);
  s.set(state.subarray(0, count * 7));
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < s.length; i += 7) {
      for (let j = i + 7; j < s.length; j += 7) {
        const dx = s[i]! - s[j]!;
        const dy = s[i + 1]! - s[j + 1]!;
        const dz = s[i + 2]! - s[j + 2]!;
        const square = dx * dx + dy * dy + dz * dz + 0.01;
        const pull = 0.01 / (square * Math.sqrt(square));
        const [mi, mj] = [s[i + 6]!, s[j + 6]!];
        s[i + 3] = s[i + 3]! - dx * mj * pull;
        s[j + 3] = s[j + 3]! + dx * mi * pull;
        s[i + 4] = s[i + 4]! - dy * mj * pull;
        s[j + 4] = s[j + 4]! + dy * mi * pull;
        s[i + 5] = s[i + 5]! - dz * mj * pull;
        s[j + 5] = s[j + 5]! + dz * mi * pull;
      }
    }
    for (let i = 0; i < s.length; i += 7) {
      s[i] = s[i]! + 0.01 * s[i + 3]!;
      s[i + 1] = s[i + 1]! + 0.01 * s[i + 4]!;
      s[i + 2] = s[i + 2]! + 0.01 * s[i + 5]!;
    }
  }
  return s[0]!;
}

export function kMeansStep(points: number[], centres: number[], dimensions: number): number[] {
  const count = points.length / dimensions;
  const owners = new Array<number>(count).fill(0);
  for (let p = 0; p < count; p++) {
    let least = Infinity;
    for (let c = 0; c < centres.length / dimensions; c++) {
      let distance = 0;
      for (let d = 0; d < dimensions; d++) {
        const difference = points[p * dimensions + d]! - centres[c * dimensions + d]!;
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        owners[p] = c;
      }
    }
  }
  return owners;
}

export function kMeansStepByHand(points: number[], centres: number[], dimensions: number): number[] {
  const count = points.length / dimensions;
  const owners = new Array<number>(count).fill(0);
  const from = Float64Array.from(centres);
  for (let p = 0; p < count; p++) {
    let least = Infinity;
    let owner = 0;
    for (let at = 0, c = 0; at < from.length; at += dimensions, c++) {
      let distance = 0;
      for (let d = 0; d < dimensions; d++) {
        const difference = points[p * dimensions + d]! - from[at + d]!;
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        owner = c;
      }
    }
    owners[p] = owner;
  }
  return owners;
}

export function fourier(signal: number[]): number {
  const n = signal.length;
  let power = 0;
  for (let k = 0; k < n; k++) {
    let re = 0;
    let im = 0;
    for (let t = 0; t < n; t++) {
      const angle = (-2 * Math.PI * k * t) / n;
      re += signal[t]! * Math.cos(angle);
      im += signal[t]! * Math.sin(angle);
    }
    power += re * re + im * im;
  }
  return power;
}

export function fourierByHand(signal: number[]): number {
  const n = signal.length;
  let power = 0;
  for (let k = 0; k < n; k++) {
    const step = -2 * Math.PI * k;
    let re = 0;
    let im = 0;
    for (let t = 0; t < n; t++) {
      const angle = (step * t) / n;
      const value = signal[t]!;
      re += value * Math.cos(angle);
      im += value * Math.sin(angle);
    }
    power += re * re + im * im;
  }
  return power;
}
