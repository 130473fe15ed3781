const rows = Array.from({ length: 20 }, (_, i) => ({ id: `r${i}`, values: [i, (i * 7) % 20] }));
const faulty = [...rows.slice(0, 12), { id: 'empty', values: [] }, ...rows.slice(13)];
export default { calls: () => [[rows, 1e9], [rows, 20], [faulty, 1e9], [faulty, 21], [[], 0], [[{ id: 'a', values: [-1] }], 1], [[undefined], 1]] };
