export default { observed: true, calls: () => [[3, 4], [2, 0], [1.5, 3]] };
