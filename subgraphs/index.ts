import { credit } from './credit';
import { equipment } from './equipment';
import { exchange } from './exchange';
import type { SubgraphDefinition } from './kernel';
import { matters } from './matters';
import { quality } from './quality';
import { registry } from './registry';
import { training } from './training';
import { hazards } from './hazards';
import { enforcement } from './enforcement';

/** The one list of subgraphs: the gateway, the schema, the migrations and every command go through it. */
export const subgraphs: readonly SubgraphDefinition[] = [
  registry,
  equipment,
  matters,
  credit,
  quality,
  training,
  hazards,
  enforcement,
  exchange,
];
