import { describeBothWays } from './sharing/both-ways';
import { describeKinds } from './sharing/kinds';
import { describeUnknownEnds } from './sharing/unknown-ends';
import { openStage, type Stage } from './sharing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.platform.stop());

describeKinds('owners', () => stage);
describeBothWays(() => stage);
describeUnknownEnds(() => stage);
