'use strict';
const { availableParallelism } = require('node:os');
const { Piscina } = require('piscina');

/**
 * @param {string} text
 * @returns {number}
 */
function vowels(text) {
  let count = 0;
  for (const letter of text) if ('aeiou'.includes(letter)) count += 1;
  return count;
}

let vowelsPool;

/**
 * Calls `vowels` for many argument lists at once, on worker threads. The results stand in the order of the lists.
 * @param {Parameters<typeof vowels>[]} argLists
 * @returns {Promise<ReturnType<typeof vowels>[]>}
 */
async function vowelsMany(argLists) {
  const pool = (vowelsPool ??= new Piscina({
    filename: require.resolve('./before.worker.cjs'),
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }));
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const parts = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    parts.push(pool.run(argLists.slice(start, start + partLength)));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts);
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return results.flat();
}

/**
 * What one worker does at a time for `vowelsMany`.
 * @param {Parameters<typeof vowels>[]} argLists
 * @returns {ReturnType<typeof vowels>[]}
 */
function vowelsChunk(argLists) {
  return argLists.map((args) => vowels(...args));
}

module.exports = { vowels };

module.exports.vowelsMany = vowelsMany;
module.exports.vowelsChunk = vowelsChunk;
