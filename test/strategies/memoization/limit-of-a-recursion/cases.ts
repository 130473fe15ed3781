export default { observed: true, hasSequence: true, distinctCalls: 3, calls: () => [[2], [4], [2], [0.5], [-0]] };
