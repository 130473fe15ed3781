const fs = require('node:fs');
const path = require('node:path');

/** @param {string} folder */
const sizes = async (folder) => {
  const found = {};
  for (const name of (await fs.promises.readdir(folder)).sort()) {
    const stats = await fs.promises.stat(path.join(folder, name));
    if (stats.isFile()) found[name] = stats.size;
  }
  return found;
};

module.exports = { sizes };
