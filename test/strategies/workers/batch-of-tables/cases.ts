export default { calls: () => [['kitten', 'sitting'], ['', ''], ['', 'abc'], ['é', 'e\u0301']] };
