export default { calls: () => [[0], [10], [1234], [-1], [2.5], ['20'], [undefined], [true]] };
