#!/usr/bin/env node
// Sources run as they are: swc compiles what a command loads (docs/decisions/0007).
const { join } = require('node:path');

// from wherever it is called: what decorators need stands in our tsconfig.json
process.env.SWC_NODE_PROJECT ??= join(__dirname, '../tsconfig.json');
require('@swc-node/register');
require('./main');
