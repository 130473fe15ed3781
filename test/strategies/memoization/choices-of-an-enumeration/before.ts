export const Unit = { Meter: 1, Foot: 0.3048 } as const;

export function marks(unit: (typeof Unit)[keyof typeof Unit]): number {
  let sum = 0;
  for (let i = 1; i < 500; i++) sum += Math.sqrt(i) / unit;
  return sum;
}
