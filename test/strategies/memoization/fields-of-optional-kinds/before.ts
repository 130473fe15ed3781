type Mode = 'plain' | 'fancy';

export function framed(text: string, options: { mode?: Mode | null; width: number } = { width: 3 }): string {
  let line = '';
  for (let i = 0; i < options.width; i++) line += options.mode === 'fancy' ? '*' : options.mode === null ? '0' : '-';
  return `${line}${text}${line}`;
}
