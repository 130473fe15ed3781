let calls = 0;

function counted<T extends (...args: never[]) => number>(method: T): T {
  return ((...args: never[]) => {
    calls++;
    return method(...args);
  }) as T;
}

class Steps {
  constructor(private readonly last: number) {}

  @counted
  ways(n: number): number {
    if (n < 2) return this.last;
    return this.ways(n - 1) + this.ways(n - 2);
  }
}

export const made = new Steps(1);
export const total = (): number => calls;
