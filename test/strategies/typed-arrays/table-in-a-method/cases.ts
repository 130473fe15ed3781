export default { select: 'Model.scores' };
