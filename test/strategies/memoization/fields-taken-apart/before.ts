interface Options {
  readonly up?: boolean;
  readonly times?: number;
}

export const shout = (word: string, { up = false, times: repeats = 2 }: Options = {}): string => {
  let text = '';
  for (let i = 0; i < repeats; i++) text += up ? word.toUpperCase() : word;
  return text;
};
