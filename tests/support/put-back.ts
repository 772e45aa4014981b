import { legalRules } from '../../subgraphs/kernel';

/** Files share our modules: what one has corrected, the next would count by. */
afterAll(() => expect(legalRules().filter(({ corrected }) => corrected)).toEqual([]));
