export default { select: 'Sequences.fibonacci' };
