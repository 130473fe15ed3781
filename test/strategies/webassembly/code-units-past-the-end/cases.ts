export default { calls: () => [['abc', 2], ['', 5], ['z', 1], ['ab', 0]] };
