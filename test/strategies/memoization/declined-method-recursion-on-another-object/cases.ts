export default { select: 'Node.sum' };
