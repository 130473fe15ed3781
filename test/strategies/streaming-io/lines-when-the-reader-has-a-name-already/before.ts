import * as fs from 'node:fs';

function linesInPieces(text: string): number {
  return text.split('\n').length;
}

export function checksum(file: string): number {
  let sum = linesInPieces('a\nb');
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    for (let i = 0; i < line.length; i++) sum = (sum * 31 + line.charCodeAt(i)) | 0;
  }
  return sum;
}
