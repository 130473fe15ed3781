export class Basket {
  prices: number[] = [3, 4];
  rate = 2;

  total(discount: number): number {
    const { rate } = this;
    const sum = this.prices.map((price) => price * this.rate).reduce((total, price) => total + price, 0);
    return sum * rate - discount;
  }
}
