import { Float } from 'type-graphql';
import { NumberInvalid, type Kind } from '../../kernel';

const MOST = 100;

/** Points of the scoring model, less than 0 where they are taken away. */
export const points: Kind<number> = {
  wire: 'number',
  parse(value, field) {
    if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= MOST) return value;
    throw NumberInvalid({ field, min: -MOST, max: MOST, got: value });
  },
  graphql: () => Float,
  column: { type: 'double precision' },
};
