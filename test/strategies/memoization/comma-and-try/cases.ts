export default { calls: () => [['"abc"'], ['"abc"'], ['{'], ['[1,2]']] };
