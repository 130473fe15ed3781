export default { calls: () => [[91], [97], [97], [91], [4]] };
