import { expect } from '@jest/globals';

interface Answer {
  errors?: readonly { extensions?: Record<string, unknown> }[];
}

expect.extend({
  /** The answer has an error with this code. */
  toFailWith(answer: Answer, code: string) {
    const codes = (answer.errors ?? []).map(({ extensions }) => String(extensions?.code));
    return {
      pass: codes.includes(code),
      message: () => `expected an error ${code}, got: ${codes.join(', ') || 'none'}`,
    };
  },
  /** The answer has no errors. */
  toSucceed(answer: Answer) {
    return {
      pass: !answer.errors,
      message: () => `expected no errors, got: ${JSON.stringify(answer.errors, null, 2)}`,
    };
  },
});

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how jest's matchers are declared
  namespace jest {
    interface Matchers<R> {
      toFailWith(code: string): R;
      toSucceed(): R;
    }
  }
}
