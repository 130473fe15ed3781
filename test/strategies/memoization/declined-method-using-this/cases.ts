export default { select: 'Scale.apply' };
