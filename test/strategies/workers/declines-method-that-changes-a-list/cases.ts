export default { select: 'Tally.add' };
