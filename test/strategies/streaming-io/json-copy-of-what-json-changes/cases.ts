export default { calls: () => [[]] };
