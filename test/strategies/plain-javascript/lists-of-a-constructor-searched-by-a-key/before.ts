interface Product {
  readonly id: number;
  readonly price: number;
  readonly taxCode: string;
}

export class Invoicing {
  constructor(
    private readonly products: readonly Product[],
    private readonly taxes: readonly { readonly code: string; readonly rate: number }[],
  ) {}

  total(rows: readonly { readonly productId: number; readonly quantity: number }[]): number {
    let sum = 0;
    for (const row of rows) {
      const product = this.products.find((one) => one.id === row.productId);
      if (!product) continue;
      const tax = this.taxes.find((one) => one.code === product.taxCode);
      sum += product.price * row.quantity * (1 + (tax?.rate ?? 0));
    }
    return sum;
  }
}
