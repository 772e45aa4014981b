import type { Reader } from '../kernel';

/** Yes or no, as the type on the wire has checked it. */
export const flag: Reader<boolean> = { wire: 'text', parse: (value) => value === true };
