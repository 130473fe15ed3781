export class Basket {
  prices: number[] = [3, 4];
  rate = 2;

  total(discount: number): number {
    const { rate } = this;
    const prices = this.prices;
    let sum = 0;
    for (let i = 0; i < prices.length; i++) {
      if (!(i in prices)) continue; // map skips holes
      const price = prices[i]!;
      const price2 = price * this.rate;
      sum += price2;
    }
    return sum * rate - discount;
  }
}
