import { defineSubgraph } from '../kernel';
import { inspectionBody, inspector } from './body';
import { campaign } from './campaign';
import { cylinder, filling } from './cylinder';
import { device } from './device';
import { inspection, test } from './inspection';
import { kind } from './kind';
import { loadOfficial } from './kind/catalogue';
import { life } from './life';
import { liftFault } from './lift';
import { Enterprise, Matter, MatterOverview, MatterScope, Region } from './others';
import { order, violation } from './oversight';
import { appointment, emergencyPlan, missedCheck, safetyCheck } from './safety';
import { retention } from './retention';

export const equipment = defineSubgraph({
  name: 'equipment',
  title: '特种设备. Special equipment: devices, inspections, cylinders, the user’s own checks',
  port: 4002,
  retention,
  nouns: [
    kind,
    device,
    life,
    inspection,
    test,
    cylinder,
    filling,
    appointment,
    safetyCheck,
    missedCheck,
    emergencyPlan,
    violation,
    order,
    campaign,
    liftFault,
    inspectionBody,
    inspector,
  ],
  others: [Enterprise, Region, Matter, MatterScope, MatterOverview],
  loadOfficial,
});
