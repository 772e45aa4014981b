const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Where type-graphql and typeorm keep in mind what decorators say of the classes of a file. */
const OF_OUR_CLASSES = ['TypeGraphQLMetadataStorage', 'typeormMetadataArgsStorage'];

/**
 * Test files of a worker run in its own global object, one after the other, so that the packages that they share see the
 * same Error and Date as they do.
 */
module.exports = class SharedContext {
  constructor({ projectConfig: config }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
    this.fakeTimers = null;
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.global = null;
    for (const name of OF_OUR_CLASSES) delete globalThis[name];
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.global;
  }
};
