import { setTimeout as sleep } from 'node:timers/promises';
import { Admission } from '../../subgraphs/kernel';

test('what is inside at once MUST weigh no more than there is room, first come, first served', async () => {
  const room = new Admission(10, 1_000);
  const order: string[] = [];
  const enter = async (name: string, weight: number) => {
    const leave = await room.enter(weight);
    order.push(name);
    return leave;
  };
  const leaveFirst = await enter('first', 8);
  const second = enter('second', 5);
  const third = enter('third', 1);
  await sleep(5);
  expect(order).toEqual(['first']);
  leaveFirst();
  leaveFirst();
  await third;
  expect(order).toEqual(['first', 'second', 'third']);
  const fourth = enter('fourth', 5);
  await sleep(5);
  expect(order).toHaveLength(3);
  (await second)();
  await fourth;
});

test('what is heavier than all the room MUST have it alone', async () => {
  const room = new Admission(10, 1_000);
  const leave = await room.enter(25);
  const other = room.enter(1);
  await sleep(5);
  leave();
  await other;
});

test('who has waited for too long MUST be told when to come again, and not keep others out', async () => {
  const room = new Admission(10, 20);
  await room.enter(6);
  const behind = sleep(10).then(() => room.enter(2));
  await expect(room.enter(6)).rejects.toMatchObject({
    extensions: { code: 'SERVICE_BUSY', retryAfterSeconds: 2 },
  });
  await behind;
});
