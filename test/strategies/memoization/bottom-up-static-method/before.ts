export class Numbers {
  static fibonacci(n: number): number {
    if (n <= 1) return n;
    return Numbers.fibonacci(n - 1) + Numbers.fibonacci(n - 2);
  }
}
