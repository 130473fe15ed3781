const row = (seed: number) => Uint8Array.from({ length: 30 }, (_, i) => (i * i * 31 + seed * 17) % 256);
const rows = Array.from({ length: 21 }, (_, y) => row(y));
export default { calls: () => [[rows], [[]], [[row(3)]], [[row(1), undefined, row(2)]]] };
