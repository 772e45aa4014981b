import { coded, issueNumber, text } from '../kernel';

/** The number of a document as it is printed: it must be one, and is not changed. */
export const printedNumber = coded(64, {
  wire: 'text',
  shape: issueNumber.shape,
  parse(value, field) {
    issueNumber.parse(value, field);
    return text(64).parse(value, field);
  },
});
