import { overrideRules } from '../../subgraphs/kernel';

/** Files share our modules: what one has corrected is put back, or the next would count by it. */
afterAll(() => overrideRules([]));
