const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const withHole = [2, 3, 4, 5];
delete withHole[1];
export default { calls: () => [[upTo(60)], [[]], [[4]], [withHole]] };
