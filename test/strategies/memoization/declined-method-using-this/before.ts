export class Scale {
  factor = 2;

  apply(n: number): number {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += this.factor;
    return sum;
  }
}
