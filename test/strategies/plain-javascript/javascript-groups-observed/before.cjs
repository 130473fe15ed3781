// Helpers for tables.
'use strict';

exports.groupBy = function (rows, key) {
  // Every group is a list.
  const groups = {};
  rows.forEach(function (row) {
    const name = row[key];
    if (!groups[name]) groups[name] = [];
    groups[name].push(row);
  });
  return groups;
};

exports.version = 1;
