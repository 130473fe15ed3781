export default { select: 'grow' };
