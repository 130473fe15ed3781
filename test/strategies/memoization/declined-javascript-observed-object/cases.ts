export default { observed: true, calls: () => [[{ items: [1, 2] }]] };
