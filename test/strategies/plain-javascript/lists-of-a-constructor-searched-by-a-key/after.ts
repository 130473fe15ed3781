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
    const productsById = new Map<number, Product>();
    this.products.forEach((one) => {
      if (Number.isNaN(one.id)) return; // equals nothing
      if (!productsById.has(one.id)) productsById.set(one.id, one);
    });
    const taxesByCode = new Map<string, { readonly code: string; readonly rate: number }>();
    this.taxes.forEach((one) => {
      if (!taxesByCode.has(one.code)) taxesByCode.set(one.code, one);
    });
    for (const row of rows) {
      const product = productsById.get(row.productId);
      if (!product) continue;
      const tax = taxesByCode.get(product.taxCode);
      sum += product.price * row.quantity * (1 + (tax?.rate ?? 0));
    }
    return sum;
  }
}
