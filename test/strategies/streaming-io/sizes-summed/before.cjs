const { stat, readdir } = require('fs').promises;
const path = require('path');

/** @param {string} folder */
async function sizeOf(folder) {
  const names = await readdir(folder);
  names.sort();
  let size = 0;
  for (const name of names) {
    size += (await stat(path.join(folder, name))).size;
  }
  return size;
}

module.exports = { sizeOf };
