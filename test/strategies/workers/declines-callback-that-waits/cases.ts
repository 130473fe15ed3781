export default { name: 'settleAll' };
