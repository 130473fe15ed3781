// What a line called outside of the user's files, in words that users know.
import { fileURLToPath } from 'node:url';
import type { ProfiledSpot } from '../process/protocol.ts';

/** Builtins that V8 names without 'Prototype' though they are methods. */
const ARRAY_METHODS =
  /^Array(At|Concat|CopyWithin|Every|Fill|Filter|Find|FindIndex|FindLast|FindLastIndex|Flat|FlatMap|ForEach|Includes|IndexOf|Join|LastIndexOf|Map|Pop|Push|Reduce|ReduceRight|Reverse|Shift|Slice|Some|Sort|Splice|Unshift)/;

export function calleeName({ kind, name, url }: NonNullable<ProfiledSpot['callee']>): string {
  switch (kind) {
    case 'native':
      return 'native code of V8 or Node';
    case 'compiler':
      return 'V8 compiling';
    case 'helper':
      return `V8: ${name}`;
    case 'builtin':
      return languageName(name);
    case 'function':
      return `${moduleName(url ?? '')}${name === '' ? 'an anonymous function' : name}`;
  }
}

/** 'ArrayPrototypeSort' and 'ArrayMap' are `Array.prototype.sort` and `Array.prototype.map`, 'MathSin' is `Math.sin`. */
function languageName(name: string): string {
  const method = /^([A-Z]\w*?)Prototype([A-Z]\w*)$/.exec(name);
  if (method !== null) return `${method[1]}.prototype.${lowerFirst(method[2] ?? '')}`;
  const array = ARRAY_METHODS.exec(name);
  if (array !== null) return `Array.prototype.${lowerFirst(array[1] ?? '')}`;
  const member = /^(Array|Object|Number|String|Math|JSON|Date|Promise|Reflect|Symbol|BigInt)([A-Z]\w*)$/.exec(name);
  return member === null ? `V8: ${name}` : `${member[1]}.${lowerFirst(member[2] ?? '')}`;
}

/** 'lodash: ' for a file of a package, 'node:fs: ' for Node's own modules, nothing when there is no telling. */
function moduleName(url: string): string {
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  const inPackage = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path)?.[1];
  if (inPackage !== undefined) return `${inPackage.replaceAll('\\', '/')}: `;
  return url.startsWith('node:') ? `${url}: ` : '';
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
