export default { calls: () => [[], []] };
