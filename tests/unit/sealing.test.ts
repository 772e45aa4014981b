import { describe, expect, test } from '@jest/globals';
import { Throttle, keyRing, pseudonym, seal, unseal } from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { TEST_SETTINGS, keysFrom } from '../support/settings';

const { dataKey } = TEST_SETTINGS;

describe('personal data at rest', () => {
  test('a sealed text MUST open with its key, and say nothing without it', () => {
    const sealed = seal('张三 13800000000', dataKey);
    expect(unseal(sealed, dataKey)).toBe('张三 13800000000');
    expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('138');
    expect(() => unseal(sealed, keysFrom('another key'))).toThrow('DATA_KEY');
  });

  test('the same text MUST be sealed differently each time', () => {
    expect(seal('张三', dataKey)).not.toBe(seal('张三', dataKey));
  });

  test('a sealed text that was changed anywhere MUST be refused', () => {
    const [id = '', payload = ''] = seal('张三', dataKey).split('.');
    const bytes = Buffer.from(payload, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      for (const named of [`${id}.`, ''])
        expect(() => unseal(named + changed.toString('base64url'), dataKey)).toThrow('DATA_KEY');
    }
    for (const none of ['', `${id}.`, `AAAAAAAA.${payload}`, `${id}.${id}.${payload}`])
      expect(() => unseal(none, dataKey)).toThrow('DATA_KEY');
  });

  test('a sealed text MUST name its key, and one of before keys had names MUST open', () => {
    const sealed = seal('张三', dataKey);
    expect(sealed).toMatch(/^[\w-]{8}\.[\w-]+$/);
    expect(unseal(sealed.slice(9), dataKey)).toBe('张三');
    const next = {
      ...keyRing(new TextEncoder().encode('the next'), [dataKey.lasting]),
      lasting: dataKey.lasting,
    };
    expect(unseal(sealed, next)).toBe('张三');
    expect(unseal(sealed.slice(9), next)).toBe('张三');
    expect(seal('张三', next).slice(0, 9)).not.toBe(sealed.slice(0, 9));
    expect(pseudonym('person', '1', next)).toBe(pseudonym('person', '1', dataKey));
  });

  test('a pseudonym MUST be the same for the same person, and differ by kind and by key', () => {
    const id = '11010519491231002X';
    expect(pseudonym('person', id, dataKey)).toBe(pseudonym('person', id, dataKey));
    expect(pseudonym('person', id, dataKey)).toMatch(/^[\w-]{32}$/);
    expect(pseudonym('certificate', id, dataKey)).not.toBe(pseudonym('person', id, dataKey));
    expect(pseudonym('person', id, keysFrom('another key'))).not.toBe(pseudonym('person', id, dataKey));
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
