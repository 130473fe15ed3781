import fs from 'node:fs';

export function writeGroups(file: string, groups: ReadonlyMap<string, readonly string[]>): void {
  let pending = '';
  const flush = (): void => {
    fs.appendFileSync(file, pending);
    pending = '';
  };
  try {
    groups.forEach((members, name) => {
      if (name === '') return;
      pending += `${name}:\n`;
      if (pending.length >= 65_536) flush();
      members.forEach((member) => {
        pending += `- ${member.trim()}\n`;
        if (pending.length >= 65_536) flush();
      });
    });
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') flush();
  }
}
