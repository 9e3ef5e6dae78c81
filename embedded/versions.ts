/** The release of Temporal's server that is embedded. tools/set-up/versions.js holds the same for set-up; a test compares them. */
export const temporalVersion = '1.31.2';
