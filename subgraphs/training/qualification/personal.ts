import { pseudonym } from '../../kernel';

/** Full-width letters, lower case, spaces and the dots of names make no difference. */
export function normalized(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s·•・]/gu, '')
    .toUpperCase();
}

export function numberPseudonym(number: string, dataKey: Uint8Array): string {
  return pseudonym('certificate', normalized(number), dataKey);
}

/** Of a name together with the number that it stands on, so that no two rows tell that they have the same name. */
export function holderPseudonym(number: string, name: string, dataKey: Uint8Array): string {
  return pseudonym('holder', `${normalized(number)}\0${normalized(name)}`, dataKey);
}
