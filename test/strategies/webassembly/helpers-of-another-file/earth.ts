export const RADIUS = 6371;

export function tilt(index: number): number {
  return index % 2 === 0 ? 23.4 : -23.4;
}
