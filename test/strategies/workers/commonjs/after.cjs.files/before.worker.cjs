// Runs in worker threads, started by before.cjs.
module.exports = require('./before.cjs').vowelsChunk;
