// Loops over numbers and flat arrays, as they are usually written, each with what a careful author would write by hand (`...ByHand`).

export function sumOfSquares(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += i * i;
  return sum;
}

export function sumOfSquaresByHand(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += i * i;
  return sum;
}

export function fibonacci(n: number): number {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

function fibonacciSteps(n: number): number {
  return n < 2 ? n : fibonacciSteps(n - 1) + fibonacciSteps(n - 2);
}

export function fibonacciByHand(n: number): number {
  return fibonacciSteps(n);
}

export function countPrimes(n: number): number {
  let count = 0;
  for (let i = 2; i <= n; i++) {
    let isPrime = true;
    for (let d = 2; d * d <= i; d++) {
      if (i % d === 0) {
        isPrime = false;
        break;
      }
    }
    if (isPrime) count++;
  }
  return count;
}

export function countPrimesByHand(n: number): number {
  let count = n >= 2 ? 1 : 0;
  for (let i = 3; i <= n; i += 2) {
    const root = Math.sqrt(i) | 0;
    let d = 3;
    while (d <= root && (i | 0) % (d | 0) !== 0) d += 2;
    if (d > root) count++;
  }
  return count;
}

export function sieve(n: number): number {
  const isPrime = new Array(n + 1).fill(true);
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (!isPrime[i]) continue;
    count++;
    for (let j = i * i; j <= n; j += i) isPrime[j] = false;
  }
  return count;
}

export function sieveByHand(n: number): number {
  const composite = new Uint8Array(n + 1);
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (composite[i] !== 0) continue;
    count++;
    for (let j = i * i; j <= n; j += i) composite[j] = 1;
  }
  return count;
}

export function prefixSums(values: number[]): number[] {
  const sums: number[] = [];
  let sum = 0;
  for (const value of values) {
    sum += value;
    sums.push(sum);
  }
  return sums;
}

export function prefixSumsByHand(values: number[]): number[] {
  const sums = new Array<number>(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] as number;
    sums[i] = sum;
  }
  return sums;
}

export function movingAverage(values: number[], width: number): number[] {
  const averages: number[] = [];
  for (let i = 0; i + width <= values.length; i++) {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += values[i + j] as number;
    averages.push(sum / width);
  }
  return averages;
}

export function movingAverageByHand(values: number[], width: number): number[] {
  const count = Math.max(0, values.length - width + 1);
  const averages = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let j = i; j < i + width; j++) sum += values[j] as number;
    averages[i] = sum / width;
  }
  return averages;
}

export function histogram(values: number[], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  values.forEach((value) => {
    const bin = Math.floor(value * bins);
    counts[bin] = (counts[bin] as number) + 1;
  });
  return counts;
}

export function histogramByHand(values: number[], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor((values[i] as number) * bins);
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}

export function saxpy(a: number, x: number[], y: number[]): void {
  for (let i = 0; i < x.length; i++) y[i] = a * (x[i] as number) + (y[i] as number);
}

export function saxpyByHand(a: number, x: number[], y: number[]): void {
  const { length } = x;
  for (let i = 0; i < length; i++) y[i] = a * (x[i] as number) + (y[i] as number);
}

export function dot(x: number[], y: number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (y[i] as number);
  return sum;
}

export function dotByHand(x: number[], y: number[]): number {
  const { length } = x;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (x[i] as number) * (y[i] as number);
  return sum;
}

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) !== 0 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

export function crc32ByHand(bytes: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[i] as number)) & 255] as number);
  return (crc ^ -1) >>> 0;
}

export function wordHash(text: string): number {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (hash * 33 + text.charCodeAt(i)) >>> 0;
  return hash;
}

export function wordHashByHand(text: string): number {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) + text.charCodeAt(i)) | 0;
  return hash >>> 0;
}
