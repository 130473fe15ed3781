export default { select: 'counter' };
