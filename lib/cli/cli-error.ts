/** What a person can mend: printed as it is, exit code 2, never a stack trace. */
export class CliError extends Error {}
