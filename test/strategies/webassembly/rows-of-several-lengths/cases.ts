export default { calls: () => [[4, true], [4, false], [0, true], [1, false], [2, false], [40, true]] };
