import { defineSubgraph } from '../kernel';
import { accident } from './accident';
import { clue, clueOfFailedInspection } from './clue';
import { criterion } from './criterion';
import { fireCheck, fireKeyUnit } from './fire';
import { hazard, overdueHazard } from './hazard';
import {
  Department,
  Enterprise,
  Equipment,
  EquipmentOrder,
  Inspection,
  Matter,
  MatterOverview,
  MatterScope,
  Region,
} from './others';
import { hazardPenalty, principalCheck } from './signals';
import { ledger } from './ledger';
import { standing } from './standing';
import { statistics } from './statistics';
import { retention } from './retention';

export const hazards = defineSubgraph({
  name: 'hazards',
  title: '事故隐患. Hazards: the major-hazard database, its closed loop, fire units, accidents',
  port: 4007,
  retention,
  nouns: [
    hazard,
    clue,
    criterion,
    standing,
    statistics,
    ledger,
    hazardPenalty,
    principalCheck,
    fireKeyUnit,
    fireCheck,
    accident,
  ],
  others: [
    Enterprise,
    Equipment,
    Inspection,
    EquipmentOrder,
    Region,
    Department,
    Matter,
    MatterScope,
    MatterOverview,
  ],
  reactions: [clueOfFailedInspection],
  turnings: [overdueHazard],
});
