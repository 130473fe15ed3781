export let factor = 2;

export function setFactor(next: number): void {
  factor = next;
}
