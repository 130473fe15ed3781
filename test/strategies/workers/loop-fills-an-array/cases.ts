const seeds = (n: number) => Float64Array.from({ length: n }, (_, i) => i / 7);
export default { calls: () => [[seeds(37), { rounds: 5 }], [seeds(0), { rounds: 5 }], [seeds(1), { rounds: 0 }], [seeds(9), { rounds: 3 }]] };
