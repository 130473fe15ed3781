class Reading {
  #count = 0;
  get value(): number {
    this.#count += 1;
    return this.#count;
  }
}

export function total(readings: Reading[]): number {
  let sum = 0;
  for (let i = 0; i < readings.length; i++) for (let j = 0; j < i; j++) sum += readings[j]!.value * i;
  return sum;
}
