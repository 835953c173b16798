/** What one of our classes is told by, since it may come from any copy of the package: its members. */
export const BUILDER_MEMBERS = ["withModules", "allowModuleOverrides", "build"];
export const DRIVER_MEMBERS = ["execute", "validateExecution", "whatIsUpstreamOf"];
