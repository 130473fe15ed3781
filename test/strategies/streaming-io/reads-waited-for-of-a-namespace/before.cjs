const fs = require('node:fs');
const path = require('node:path');

/** @param {string} folder */
const sizes = async (folder) => {
  const found = {};
  for (const name of fs.readdirSync(folder).sort()) {
    const stats = fs.statSync(path.join(folder, name));
    if (stats.isFile()) found[name] = stats.size;
  }
  return found;
};

module.exports = { sizes };
