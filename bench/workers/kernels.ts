// What bench:workers runs on which items, for the benchmark and for the processes that it starts.

export interface Kernel {
  readonly name: string;
  readonly item: (i: number) => number;
  readonly sizes: readonly number[];
}

export const kernels: readonly Kernel[] = [
  { name: 'settleAll', item: (i) => 1 + (i % 977) / 7, sizes: [2000, 20_000, 100_000] },
  { name: 'collatzSteps', item: (i) => 3 + ((i * 7919) % 100_003), sizes: [2000, 20_000, 100_000] },
  { name: 'escapeSums', item: (i) => ((i * 37) % 1000) / 500 - 1, sizes: [500, 5000, 25_000] },
];

export function itemsOf({ item }: Kernel, size: number): number[] {
  return Array.from({ length: size }, (_, i) => item(i));
}
