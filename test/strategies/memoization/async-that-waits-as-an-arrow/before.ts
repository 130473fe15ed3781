const settle = async (text: string): Promise<string> => text.trim();

/** The first words, as a title. */
export const title = async (text: string): Promise<string> => (await settle(text)).toLowerCase().replaceAll(' ', '-');
