console.log('loaded');
export const scale = 2;
