import { burst, faultsIn, lineOf } from '../burst/burst';

/** One of each kind; `npm run bench -- burst` asks all, and more that are made at random. */
const SOME = /^(wide fragments|sealed values|a large body: many objects|random)/;

test('64 at once of the dearest documents MUST leave memory below a gigabyte and the event loop free', async () => {
  const found = await burst({ seed: 11, random: { tries: 300, taken: 2 }, only: SOME });
  for (const each of found) process.stdout.write(`${lineOf(each)}\n`);
  expect(faultsIn(found)).toEqual([]);
  expect(found.length).toBeGreaterThan(3);
  expect(found.filter(({ points }) => points > 8_900).length).toBeGreaterThan(1);
});
