// @apollo/gateway reports to its vendor by default since 2.14; on a government network nothing leaves. Imported before it.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
