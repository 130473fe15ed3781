export default { calls: () => [['abc', 'abd', 1], ['', 'a', 0], ['abc', 'x', 0.5], ['abc', 'abd', -1]] };
