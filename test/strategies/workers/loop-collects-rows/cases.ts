export default { calls: () => [[17, 'x'], [0, ''], [1, 'y'], [2.5, 'z']] };
