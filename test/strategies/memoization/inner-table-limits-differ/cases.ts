export default { calls: () => [['abc', 'abd'], ['', 'a'], ['abc', ''], ['abc', 'abd']] };
