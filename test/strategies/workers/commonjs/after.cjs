'use strict';
const { availableParallelism } = require('node:os');
const { emitWarning } = require('node:process');
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
  const pool = (vowelsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = require.resolve('./before.worker.cjs');
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()));
  const tasks = [];
  for (let start = 0; start < argLists.length; start += partLength) {
    tasks.push(argLists.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })));
  const parts = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(vowelsChunk(task));
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
    let call = index * partLength;
    const next = call + partLength;
    const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false);
    while (call < next && (await isFine())) call++;
    emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`);
  }
  return [].concat(...parts);
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
