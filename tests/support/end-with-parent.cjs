// Loaded into the processes that a test starts: they end with the test, even if that is killed.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
