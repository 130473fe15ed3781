export default { select: 'save' };
