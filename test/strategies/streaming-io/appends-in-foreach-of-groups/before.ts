import fs from 'node:fs';

export function writeGroups(file: string, groups: ReadonlyMap<string, readonly string[]>): void {
  groups.forEach((members, name) => {
    if (name === '') return;
    fs.appendFileSync(file, `${name}:\n`);
    members.forEach((member) => fs.appendFileSync(file, `- ${member.trim()}\n`));
  });
}
