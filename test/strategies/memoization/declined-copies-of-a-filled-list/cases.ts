export default { select: 'weights' };
