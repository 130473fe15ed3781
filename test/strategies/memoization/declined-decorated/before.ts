function counted<T>(method: T): T {
  return method;
}

export class Sequences {
  @counted
  static fibonacci(n: number): number {
    return n < 2 ? n : Sequences.fibonacci(n - 1) + Sequences.fibonacci(n - 2);
  }
}
