import { describe, expect, test } from '@jest/globals';
import { Throttle, pseudonym, seal, unseal } from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { TEST_SETTINGS } from '../support/settings';

const { dataKey } = TEST_SETTINGS;

describe('personal data at rest', () => {
  test('a sealed text MUST open with its key, and say nothing without it', () => {
    const sealed = seal('张三 13800000000', dataKey);
    expect(unseal(sealed, dataKey)).toBe('张三 13800000000');
    expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('138');
    expect(() => unseal(sealed, new TextEncoder().encode('another key of thirty-two letters'))).toThrow(
      'DATA_KEY',
    );
  });

  test('the same text MUST be sealed differently each time', () => {
    expect(seal('张三', dataKey)).not.toBe(seal('张三', dataKey));
  });

  test('a sealed text that was changed anywhere MUST be refused', () => {
    const bytes = Buffer.from(seal('张三', dataKey), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => unseal(changed.toString('base64url'), dataKey)).toThrow('DATA_KEY');
    }
    expect(() => unseal('', dataKey)).toThrow('DATA_KEY');
  });

  test('a pseudonym MUST be the same for the same person, and differ by kind and by key', () => {
    const id = '11010519491231002X';
    expect(pseudonym('person', id, dataKey)).toBe(pseudonym('person', id, dataKey));
    expect(pseudonym('person', id, dataKey)).toMatch(/^[\w-]{32}$/);
    expect(pseudonym('certificate', id, dataKey)).not.toBe(pseudonym('person', id, dataKey));
    expect(pseudonym('person', id, new Uint8Array(32))).not.toBe(pseudonym('person', id, dataKey));
  });
});

describe('a limit on how often one caller may ask', () => {
  test('it MUST refuse what is above it with the seconds to wait, and leave other callers alone', async () => {
    const throttle = new Throttle(2, 60);
    const officer = callOf(as.officer('FIRE_RESCUE', '430682'));
    const address = (client: string) => ({ ...callOf(as.public), client });
    for (const call of [officer, officer, address('a'), address('a'), address('b')])
      await throttle.take(call);
    await expect(throttle.take(officer)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 60 },
    });
    await expect(throttle.take(address('a'))).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await throttle.take(address('b'));
  });
});
