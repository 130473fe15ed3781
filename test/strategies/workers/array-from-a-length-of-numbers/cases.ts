export default { calls: () => [[60], [0], [1], [-4], [7.9], [Number.NaN], [2 ** 33]] };
