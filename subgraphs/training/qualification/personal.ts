import { normalCode, pseudonym, type OpenedKeys } from '../../kernel';

/** What a certificate is found and its holder compared by; of a name together with the number, so that no two rows tell that they have the same one. */
export interface Pseudonyms {
  number: string;
  holder: string;
}

/** Full-width letters, lower case, spaces and the dots of names make no difference. */
function nameForm(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s·•・]/gu, '')
    .toUpperCase();
}

function under(form: string, name: string, dataKey: OpenedKeys): Pseudonyms {
  return {
    number: pseudonym('certificate', form, dataKey),
    holder: pseudonym('holder', `${form}\0${nameForm(name)}`, dataKey),
  };
}

export function pseudonymsOf(number: string, name: string, dataKey: OpenedKeys): Pseudonyms {
  return under(normalCode(number), name, dataKey);
}

/** As rows have them that were stored before brackets and dashes of numbers had one form: what is sealed no upgrade can rewrite. */
export function formerPseudonymsOf(number: string, name: string, dataKey: OpenedKeys): Pseudonyms {
  return under(nameForm(number), name, dataKey);
}
