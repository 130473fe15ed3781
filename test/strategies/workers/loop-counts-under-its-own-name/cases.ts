const texts = Array.from({ length: 30 }, (_, i) => `w${i % 7} w${i % 3}`);
export default { calls: () => [[texts], [[]], [['constructor a', 'a']]] };
