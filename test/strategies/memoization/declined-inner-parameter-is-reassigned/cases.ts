export default { select: 'longest' };
