/** This package's version: the runtime reads no file, and so cannot ask its package.json. */
export const VERSION = "0.1.0";
