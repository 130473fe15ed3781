export default { observed: true, calls: () => [['letter '.repeat(6000)], [''], ['aa'.repeat(10)], ['letter '.repeat(6000)]] };
