const SINES = Float64Array.from({ length: 360 }, (_, degrees) => Math.sin((degrees * Math.PI) / 180));
const WEIGHTS: number[] = [];
for (let harmonic = 1; harmonic <= 16; harmonic++) WEIGHTS.push(1 / harmonic);
const TOTAL = WEIGHTS.reduce((sum, weight) => sum + weight, 0);

function sine(degrees: number): number {
  return SINES[degrees % 360]!;
}

/** Sums the harmonics of each angle. */
export function timbre(angles: number[]): number[] {
  const out: number[] = new Array(angles.length).fill(0);
  for (let i = 0; i < angles.length; i++) {
    let sum = 0;
    for (let k = 0; k < WEIGHTS.length; k++) sum += WEIGHTS[k]! * sine(angles[i]! * (k + 1));
    out[i] = sum / TOTAL;
  }
  return out;
}
